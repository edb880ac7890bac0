package nl.mtvp.plan.praktijkplan.domain;

import static nl.mtvp.plan.praktijkplan.domain.Plans.ASSISTANT;
import static nl.mtvp.plan.praktijkplan.domain.Plans.first;
import static nl.mtvp.plan.praktijkplan.domain.Plans.second;
import static nl.mtvp.plan.praktijkplan.domain.Plans.staffed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthModelTest {

    private static final YearPlan FIRST = first("AW-1", "AW-2", "AW-8?", "GG-1", "GG-2");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AW-1 GG-1, -",
                "AW-1 AW-2 GG-1 SN-1 UC-1, -",
                "AW-1 GG-1 AW-9? SN-9?, -",
                "GG-1, D8/ANDERS_WERKEN/no-anders-werken",
                "AW-1, D8/GOEDE_GESPREK/no-goede-gesprek",
                "SN-1 SN-2, D8/ANDERS_WERKEN/no-anders-werken D8/GOEDE_GESPREK/no-goede-gesprek",
                "AW-1! GG-1, D8/ANDERS_WERKEN/no-anders-werken",
                "AW-1 GG-1!, D8/GOEDE_GESPREK/no-goede-gesprek",
            })
    void D8_the_first_year_needs_anders_werken_and_a_goede_gesprek_of_year_1(String plan, String violations) {
        assertEquals(named(violations), named(FirstYear.violations(first(plan.split(" ")))));
    }

    @Test
    void D8_an_expansion_is_never_the_only_intervention() {
        assertEquals(List.of("D8/UITBREIDING_CAPACITEIT/expansion-alone"), named(Expansion.neverAlone(first("UC-1"))));
        assertEquals(List.of(), Expansion.neverAlone(first("UC-1", "SN-1")));
        assertEquals(List.of(), Expansion.neverAlone(first()));
        assertTrue(named(FirstYear.violations(first("UC-1"))).contains("D8/UITBREIDING_CAPACITEIT/expansion-alone"));
    }

    @Test
    void D8_an_expansion_tells_type_hours_and_motivation_of_all_its_staff() {
        assertEquals(List.of("D8/UC-1/staff-missing"), named(expansion()));
        assertEquals(List.of(), named(expansion(ASSISTANT)));
        assertEquals(
                List.of("D8/UC-1/staff-type-missing", "D8/UC-1/hours-missing", "D8/UC-1/motivation-missing"),
                named(expansion(ASSISTANT, new Staff(" ", null, null))));
    }

    @Test
    void D10_own_extras_are_allowed_and_do_not_count() {
        assertEquals(List.of(), FirstYear.violations(first("AW-1", "GG-1", "AW-9?")));
        assertEquals(
                List.of("D8/ANDERS_WERKEN/no-anders-werken", "D8/GOEDE_GESPREK/no-goede-gesprek"),
                named(FirstYear.violations(first("AW-9?", "GG-9?"))));
        assertEquals(Support.OWN_EXTRA, Support.of(null, ImplementationYear.FIRST));
        assertEquals(Support.REGIOPLAN_FROM_YEAR_2, Support.of(2, ImplementationYear.FIRST));
        assertEquals(Support.REGIOPLAN, Support.of(2, ImplementationYear.SECOND));
        assertEquals(Support.REGIOPLAN, Support.of(1, ImplementationYear.FIRST));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AW-1 AW-2 AW-3 GG-1+ SN-1 SN-2, -",
                "AW-1? AW-2? AW-3 GG-2+ SN-1 SN-2 SN-3, -",
                "AW-2 AW-3 GG-1+ SN-1 SN-2, D9/AW-1/anders-werken-stops",
                "AW-3 GG-1+ SN-1 SN-2, D9/AW-1/anders-werken-stops D9/AW-2/anders-werken-stops",
                "AW-1 AW-2 GG-1+ SN-1 SN-2, D9/ANDERS_WERKEN/no-further-anders-werken",
                "AW-1 AW-2 AW-3? GG-1+ SN-1 SN-2, D9/ANDERS_WERKEN/no-further-anders-werken",
                "AW-1 AW-2 AW-8 GG-1+ SN-1 SN-2, D9/ANDERS_WERKEN/no-further-anders-werken",
                "AW-1 AW-2 AW-3 GG-1 SN-1 SN-2, D9/GOEDE_GESPREK/no-goede-gesprek-developed",
                "AW-1 AW-2 AW-3 GG-3+ SN-1 SN-2, D9/GOEDE_GESPREK/no-goede-gesprek-developed",
                "AW-1 AW-2 AW-3 GG-1+ SN-1, D9/SAMENWERKEN_NETWERK/too-few-samenwerken-netwerk",
                "AW-1 AW-2 AW-3 GG-1+ SN-1 SN-2?, D9/SAMENWERKEN_NETWERK/too-few-samenwerken-netwerk",
            })
    void D9_the_second_year_builds_on_the_first(String plan, String violations) {
        assertEquals(named(violations), named(SecondYear.violations(second(plan.split(" ")), FIRST)));
    }

    @Test
    void D9_everything_that_is_missing_is_named_at_once_with_what_would_mend_it() {
        var violations = SecondYear.violations(second("UC-1"), FIRST);
        assertEquals(
                List.of(
                        "D9/AW-1/anders-werken-stops",
                        "D9/AW-2/anders-werken-stops",
                        "D9/ANDERS_WERKEN/no-further-anders-werken",
                        "D9/GOEDE_GESPREK/no-goede-gesprek-developed",
                        "D9/SAMENWERKEN_NETWERK/too-few-samenwerken-netwerk",
                        "D8/UITBREIDING_CAPACITEIT/expansion-alone"),
                named(violations));
        assertEquals(
                "D9: plan at least 2 interventions of SAMENWERKEN_NETWERK that the regioplan selects, so 2 more",
                violations.get(4).toFault().detail());
    }

    private static List<PlanViolation> expansion(Staff... staff) {
        var plan = new YearPlan(ImplementationYear.SECOND, List.of(Plans.planned("AW-1"), staffed(staff)));
        return Expansion.violations(plan);
    }

    private static List<String> named(List<PlanViolation> violations) {
        return violations.stream()
                .map(violation -> violation.rule() + "/" + violation.subject() + "/" + violation.code())
                .toList();
    }

    private static List<String> named(String violations) {
        return violations == null ? List.of() : Stream.of(violations.split(" ")).toList();
    }
}
