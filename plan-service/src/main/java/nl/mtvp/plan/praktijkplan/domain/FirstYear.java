package nl.mtvp.plan.praktijkplan.domain;

import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/**
 * The growth model's first year (D8; leidraad §5): at least one ANDERS_WERKEN and one GOEDE_GESPREK of those that the
 * regioplan selects for year 1. SAMENWERKEN_NETWERK is not demanded yet.
 */
public final class FirstYear {

    private static final String RULE = "D8";

    private FirstYear() {}

    /** Everything that keeps the plan from being submitted; none when it may be. */
    public static List<PlanViolation> violations(YearPlan plan) {
        return Stream.of(andersWerken(plan), goedeGesprek(plan), Expansion.violations(plan))
                .flatMap(List::stream)
                .toList();
    }

    static List<PlanViolation> andersWerken(YearPlan plan) {
        return atLeastOne(plan, Kernelement.ANDERS_WERKEN, "no-anders-werken");
    }

    static List<PlanViolation> goedeGesprek(YearPlan plan) {
        return atLeastOne(plan, Kernelement.GOEDE_GESPREK, "no-goede-gesprek");
    }

    private static List<PlanViolation> atLeastOne(YearPlan plan, Kernelement kernelement, String code) {
        return PlanViolation.unless(
                !plan.counting(kernelement).isEmpty(),
                RULE,
                kernelement.name(),
                code,
                "plan at least one intervention of " + kernelement
                        + " that the regioplan selects for year 1; own extras do not count (D10)");
    }
}
