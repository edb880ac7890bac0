package nl.mtvp.plan.praktijkplan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mtvp.plan.catalogue.domain.Kernelement;

class GrowthModelPropertyTest {

    /** A second year with the first on which it builds, both valid. */
    record Grown(YearPlan first, YearPlan second) {}

    @Property
    void D10_a_valid_first_year_stays_valid_when_an_extra_is_added(
            @ForAll("firsts") YearPlan plan, @ForAll("extras") Planned extra) {
        assertEquals(List.of(), FirstYear.violations(plan));
        assertEquals(List.of(), FirstYear.violations(with(plan, extra)));
    }

    @Property
    void D10_a_valid_second_year_stays_valid_when_an_extra_is_added_to_either_year(
            @ForAll("grown") Grown grown, @ForAll("extras") Planned extra) {
        assertEquals(List.of(), SecondYear.violations(grown.second(), grown.first()));
        assertEquals(List.of(), SecondYear.violations(with(grown.second(), extra), grown.first()));
        assertEquals(List.of(), SecondYear.violations(grown.second(), with(grown.first(), extra)));
    }

    @Property
    void D8_without_the_last_of_a_needed_kernelement_the_first_year_is_refused_by_name(
            @ForAll("firsts") YearPlan plan, @ForAll("extras") Planned extra) {
        for (var needed : List.of(Kernelement.ANDERS_WERKEN, Kernelement.GOEDE_GESPREK)) {
            var left = with(without(plan, plan.counting(needed)), extra);
            assertNames(FirstYear.violations(left), "D8", needed.name());
        }
    }

    @Property
    void D9_without_the_last_that_is_needed_the_second_year_is_refused_by_name(
            @ForAll("grown") Grown grown, @ForAll("extras") Planned extra) {
        var first = grown.first();
        var second = with(grown.second(), extra);
        for (var code : first.counting(Kernelement.ANDERS_WERKEN)) {
            assertNames(SecondYear.violations(without(second, Set.of(code)), first), "D9", code);
        }
        var joining = new TreeSet<>(second.counting(Kernelement.ANDERS_WERKEN));
        joining.removeAll(first.codes());
        assertNames(SecondYear.violations(without(second, joining), first), "D9", "ANDERS_WERKEN");
        assertNames(
                SecondYear.violations(without(second, first.counting(Kernelement.GOEDE_GESPREK)), first),
                "D9",
                "GOEDE_GESPREK");
        var network = second.counting(Kernelement.SAMENWERKEN_NETWERK);
        network.remove(network.first());
        assertNames(SecondYear.violations(without(second, network), first), "D9", "SAMENWERKEN_NETWERK");
    }

    private static void assertNames(List<PlanViolation> violations, String rule, String subject) {
        assertTrue(
                violations.stream()
                        .anyMatch(violation -> violation.rule().equals(rule)
                                && violation.subject().equals(subject)
                                && !violation.mend().isBlank()),
                subject + " by " + rule + " in " + violations);
    }

    private static YearPlan with(YearPlan plan, Planned extra) {
        var more = new ArrayList<>(plan.interventions());
        more.add(extra);
        return new YearPlan(plan.year(), more);
    }

    private static YearPlan without(YearPlan plan, Set<String> codes) {
        return new YearPlan(
                plan.year(),
                plan.interventions().stream()
                        .filter(planned -> !codes.contains(planned.code()))
                        .toList());
    }

    /** Codes from 50 on, so that they are never those of a plan. */
    @Provide
    Arbitrary<Planned> extras() {
        return Combinators.combine(
                        Arbitraries.of("AW", "GG", "SN", "UC"),
                        Arbitraries.integers().between(50, 99))
                .as((kernelement, number) -> Plans.planned(kernelement + "-" + number + "?"));
    }

    @Provide
    Arbitrary<YearPlan> firsts() {
        return Combinators.combine(upTo(1, 5), upTo(1, 3), upTo(0, 4), Arbitraries.of(true, false))
                .as((andersWerken, goedeGesprek, network, expanded) -> Plans.first(Stream.of(
                                codes("AW", 0, andersWerken, ""),
                                codes("GG", 0, goedeGesprek, ""),
                                codes("SN", 0, network, ""),
                                codes("UC", 0, expanded ? 1 : 0, ""))
                        .flatMap(codes -> codes)
                        .toArray(String[]::new)));
    }

    @Provide
    Arbitrary<Grown> grown() {
        return Combinators.combine(firsts(), upTo(1, 4), upTo(2, 5), Arbitraries.of(true, false))
                .as((first, joining, network, allDeveloped) -> new Grown(
                        first,
                        Plans.second(Stream.of(
                                        first.counting(Kernelement.ANDERS_WERKEN).stream(),
                                        codes("AW", 20, joining, ""),
                                        allDeveloped
                                                ? first.counting(Kernelement.GOEDE_GESPREK).stream()
                                                        .map(code -> code + "+")
                                                : Stream.of("GG-0+"),
                                        codes("SN", 0, network, ""))
                                .flatMap(codes -> codes)
                                .toArray(String[]::new))));
    }

    private static Arbitrary<Integer> upTo(int min, int max) {
        return Arbitraries.integers().between(min, max);
    }

    private static Stream<String> codes(String kernelement, int from, int count, String mark) {
        return IntStream.range(from, from + count).mapToObj(number -> kernelement + "-" + number + mark);
    }
}
