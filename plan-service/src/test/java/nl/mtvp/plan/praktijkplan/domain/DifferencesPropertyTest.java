package nl.mtvp.plan.praktijkplan.domain;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mtvp.plan.praktijkplan.domain.Differences.Changed;

class DifferencesPropertyTest {

    @Property
    void D13_a_version_does_not_differ_from_itself(@ForAll("plans") YearPlan plan) {
        assertEquals(new Differences(List.of(), List.of(), List.of()), Differences.between(plan, plan));
    }

    @Property
    void D13_backwards_what_was_added_is_removed(@ForAll("plans") YearPlan from, @ForAll("plans") YearPlan to) {
        var there = Differences.between(from, to);
        var back = Differences.between(to, from);
        assertEquals(there.added(), back.removed());
        assertEquals(there.removed(), back.added());
        assertEquals(
                there.changed(),
                back.changed().stream()
                        .map(changed -> new Changed(changed.to(), changed.from()))
                        .toList());
    }

    @Property
    void D13_the_differences_lead_from_the_one_to_the_other(
            @ForAll("plans") YearPlan from, @ForAll("plans") YearPlan to) {
        var differences = Differences.between(from, to);
        var gone = Stream.concat(
                        differences.removed().stream(),
                        differences.changed().stream().map(Changed::from))
                .toList();
        var come = Stream.concat(
                differences.added().stream(), differences.changed().stream().map(Changed::to));
        var kept = from.interventions().stream().filter(planned -> !gone.contains(planned));
        assertEquals(to, new YearPlan(to.year(), Stream.concat(kept, come).toList()));
    }

    @Provide
    Arbitrary<YearPlan> plans() {
        return Arbitraries.of("AW-1", "AW-2", "GG-1", "SN-1", "UC-1").set().flatMap(codes -> Arbitraries.of(
                        "", "+", "?", "!")
                .list()
                .ofSize(codes.size())
                .map(marks -> {
                    var ordered = codes.stream().collect(toCollection(TreeSet::new)).stream()
                            .toList();
                    var written = new String[ordered.size()];
                    for (int index = 0; index < written.length; index++) {
                        written[index] = ordered.get(index) + marks.get(index);
                    }
                    return Plans.first(written);
                }));
    }
}
