package nl.mtvp.plan.praktijkplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** Plans for tests, written short: {@code AW-1} counts, {@code AW-1+} is developed, {@code AW-1?} is an own extra. */
final class Plans {

    static final Staff ASSISTANT = new Staff("physician assistant", 16, "consults of twenty minutes");

    private Plans() {}

    static YearPlan first(String... interventions) {
        return plan(ImplementationYear.FIRST, interventions);
    }

    static YearPlan second(String... interventions) {
        return plan(ImplementationYear.SECOND, interventions);
    }

    static YearPlan plan(ImplementationYear year, String... interventions) {
        return new YearPlan(year, Stream.of(interventions).map(Plans::planned).toList());
    }

    static Planned planned(String written) {
        var code = written.replaceAll("[+?!]", "");
        var kernelement = kernelement(code);
        var staff = kernelement == Kernelement.UITBREIDING_CAPACITEIT ? List.of(ASSISTANT) : List.<Staff>of();
        var support = written.endsWith("?")
                ? Support.OWN_EXTRA
                : written.endsWith("!") ? Support.REGIOPLAN_FROM_YEAR_2 : Support.REGIOPLAN;
        return new Planned(
                new Intervention(code, kernelement, code, code, LocalDate.of(2023, 1, 1)),
                support,
                staff,
                written.endsWith("+") ? "deeper than in the first year" : null);
    }

    static Planned staffed(Staff... staff) {
        return new Planned(planned("UC-1").intervention(), Support.REGIOPLAN, List.of(staff), null);
    }

    private static Kernelement kernelement(String code) {
        return switch (code.substring(0, 2)) {
            case "AW" -> Kernelement.ANDERS_WERKEN;
            case "GG" -> Kernelement.GOEDE_GESPREK;
            case "SN" -> Kernelement.SAMENWERKEN_NETWERK;
            default -> Kernelement.UITBREIDING_CAPACITEIT;
        };
    }
}
