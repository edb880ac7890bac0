package nl.mtvp.plan.praktijkplan.domain;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/**
 * The growth model's second year (D9; leidraad §5), which builds on the first: its ANDERS_WERKEN go on and one joins,
 * one of its GOEDE_GESPREK is developed further, and two SAMENWERKEN_NETWERK of the regioplan are carried out.
 */
public final class SecondYear {

    private static final String RULE = "D9";

    /** What is wrong with a second year before there is a first to hold it to. */
    public static final PlanViolation FIRST_YEAR_MISSING = new PlanViolation(
            RULE, "year 1", "year-1-first", "year 2 builds on year 1; submit the plan of year 1 first");

    private static final int NETWORK_MIN = 2;

    private SecondYear() {}

    /** Everything that keeps the plan from being submitted; none when it may be. */
    public static List<PlanViolation> violations(YearPlan plan, YearPlan first) {
        return Stream.of(
                        goesOn(plan, first),
                        oneJoins(plan, first),
                        developedFurther(plan, first),
                        network(plan),
                        Expansion.violations(plan))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of the first year that served it go on, also when the regioplan selects them no longer. */
    static List<PlanViolation> goesOn(YearPlan plan, YearPlan first) {
        var stopped = new TreeSet<>(first.counting(Kernelement.ANDERS_WERKEN));
        stopped.removeAll(plan.codes());
        return stopped.stream()
                .map(code -> new PlanViolation(
                        RULE,
                        code,
                        "anders-werken-stops",
                        "the ANDERS_WERKEN of year 1 go on in year 2; plan " + code + " again"))
                .toList();
    }

    static List<PlanViolation> oneJoins(YearPlan plan, YearPlan first) {
        var joining = new TreeSet<>(plan.counting(Kernelement.ANDERS_WERKEN));
        joining.removeAll(first.codes());
        return PlanViolation.unless(
                !joining.isEmpty(),
                RULE,
                Kernelement.ANDERS_WERKEN.name(),
                "no-further-anders-werken",
                "plan at least one intervention of ANDERS_WERKEN that was not in year 1 and that the regioplan"
                        + " selects; own extras do not count (D10)");
    }

    static List<PlanViolation> developedFurther(YearPlan plan, YearPlan first) {
        var trained = first.counting(Kernelement.GOEDE_GESPREK);
        boolean developed = plan.interventions().stream()
                .anyMatch(planned -> trained.contains(planned.code()) && planned.isDeveloped());
        return PlanViolation.unless(
                developed,
                RULE,
                Kernelement.GOEDE_GESPREK.name(),
                "no-goede-gesprek-developed",
                "plan at least one of " + trained + " again and describe how it is developed further");
    }

    static List<PlanViolation> network(YearPlan plan) {
        int planned = plan.counting(Kernelement.SAMENWERKEN_NETWERK).size();
        return PlanViolation.unless(
                planned >= NETWORK_MIN,
                RULE,
                Kernelement.SAMENWERKEN_NETWERK.name(),
                "too-few-samenwerken-netwerk",
                "plan at least %d interventions of SAMENWERKEN_NETWERK that the regioplan selects, so %d more"
                        .formatted(NETWORK_MIN, NETWORK_MIN - planned));
    }
}
