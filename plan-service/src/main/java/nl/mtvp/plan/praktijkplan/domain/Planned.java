package nl.mtvp.plan.praktijkplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.json.Texts;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/**
 * An intervention that a practice plans for an implementation year.
 *
 * @param staff told for an expansion of capacity only (D8)
 * @param development how it is developed further than before (D9), or null
 */
public record Planned(Intervention intervention, Support support, List<Staff> staff, String development) {

    public Planned {
        Objects.requireNonNull(intervention, "intervention");
        Objects.requireNonNull(support, "support");
        staff = List.copyOf(staff);
    }

    public String code() {
        return intervention.code();
    }

    boolean isDeveloped() {
        return development != null && !Texts.isBlank(development);
    }

    /** A planned code with what is told about it. */
    public record Line(String code, List<Staff> staff, String development) {}

    /** Each code that is unknown (D1), not usable yet or doubled, or tells staff without being one (D8). */
    public static List<Fault> faults(List<Line> lines, Map<String, Intervention> catalogue, LocalDate day) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (int index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            var pointer = "/interventions/" + index;
            var intervention = catalogue.get(line.code());
            if (!seen.add(line.code())) {
                faults.add(Fault.inBody(pointer + "/code", "named-twice", "an intervention is planned once a year"));
            } else if (intervention == null) {
                faults.add(Fault.inBody(
                        pointer + "/code",
                        "unknown-intervention",
                        "D1: the catalogue has no such code; see GET /interventions"));
            } else if (!intervention.isUsableOn(day)) {
                faults.add(Fault.inBody(
                        pointer + "/code",
                        "not-usable-yet",
                        "D1: it is usable from " + intervention.usableFrom() + " on"));
            } else if (intervention.kernelement() != Kernelement.UITBREIDING_CAPACITEIT
                    && !line.staff().isEmpty()) {
                faults.add(Fault.inBody(
                        pointer + "/staff", "no-expansion", "D8: only UITBREIDING_CAPACITEIT tells extra staff"));
            }
        }
        return faults;
    }
}
