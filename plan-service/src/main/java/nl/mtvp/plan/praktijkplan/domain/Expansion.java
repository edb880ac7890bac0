package nl.mtvp.plan.praktijkplan.domain;

import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.json.Texts;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/**
 * What holds for UITBREIDING_CAPACITEIT in either year (D8): it is optional, is told with staff type, hours a week and
 * motivation, and is never the only intervention.
 */
final class Expansion {

    private static final String RULE = "D8";

    private Expansion() {}

    static List<PlanViolation> violations(YearPlan plan) {
        return Stream.concat(neverAlone(plan).stream(), told(plan)).toList();
    }

    /** An expansion of capacity stands beside other interventions. */
    static List<PlanViolation> neverAlone(YearPlan plan) {
        boolean alone =
                !plan.interventions().isEmpty() && plan.interventions().stream().allMatch(Expansion::is);
        return PlanViolation.unless(
                !alone,
                RULE,
                Kernelement.UITBREIDING_CAPACITEIT.name(),
                "expansion-alone",
                "extra staff is never the only intervention; plan others beside it");
    }

    /** An expansion of capacity tells all of its staff. */
    static Stream<PlanViolation> told(YearPlan plan) {
        return plan.interventions().stream().filter(Expansion::is).flatMap(Expansion::untold);
    }

    static boolean is(Planned planned) {
        return planned.intervention().kernelement() == Kernelement.UITBREIDING_CAPACITEIT;
    }

    private static Stream<PlanViolation> untold(Planned planned) {
        if (planned.staff().isEmpty()) {
            return Stream.of(new PlanViolation(
                    RULE,
                    planned.code(),
                    "staff-missing",
                    "tell the extra staff: type, hours a week and motivation, one line for each type"));
        }
        return planned.staff().stream().flatMap(staff -> Stream.of(
                        untold(planned, staff.type(), "staff-type-missing", "tell the type of the extra staff"),
                        untold(
                                planned,
                                staff.hoursPerWeek() == null ? "" : "told",
                                "hours-missing",
                                "tell how many hours a week the extra staff works"),
                        untold(
                                planned,
                                staff.motivation(),
                                "motivation-missing",
                                "tell why the extra staff gives more time for patients"))
                .flatMap(List::stream));
    }

    private static List<PlanViolation> untold(Planned planned, String told, String code, String mend) {
        return PlanViolation.unless(told != null && !Texts.isBlank(told), RULE, planned.code(), code, mend);
    }
}
