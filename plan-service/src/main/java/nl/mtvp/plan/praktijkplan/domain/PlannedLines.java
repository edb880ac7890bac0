package nl.mtvp.plan.praktijkplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** Holds what a practice plans to the catalogue of a day (D1); everything wrong is named at once. */
public final class PlannedLines {

    /** A planned code with what is told about it. */
    public record Line(String code, List<Staff> staff, String development) {}

    private PlannedLines() {}

    /** Each code that is unknown, not usable yet or doubled, or tells staff without being one (D8). */
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
