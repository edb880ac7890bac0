package nl.mtvp.plan.regioplan.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Intervention;

/** Reads what an RHO selects against the catalogue of a day (D1, D3); everything wrong is named at once. */
public final class Selections {

    /** A selected code with its first implementation year. */
    @Embeddable
    public record Line(String code, int firstYear) {}

    private Selections() {}

    /** What is selected, once {@link #faults} found nothing. */
    public static List<Selection> of(List<Line> lines, Map<String, Intervention> catalogue) {
        return lines.stream()
                .map(line -> new Selection(catalogue.get(line.code()), line.firstYear()))
                .toList();
    }

    /** Each code that is unknown, not usable yet, or selected twice. */
    public static List<Fault> faults(List<Line> lines, Map<String, Intervention> catalogue, LocalDate day) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        IntStream.range(0, lines.size()).forEach(index -> {
            var code = lines.get(index).code();
            var pointer = "/interventions/" + index + "/code";
            var intervention = catalogue.get(code);
            if (!seen.add(code)) {
                faults.add(Fault.inBody(pointer, "named-twice", "an intervention is selected once"));
            } else if (intervention == null) {
                faults.add(Fault.inBody(
                        pointer, "unknown-intervention", "D1: the catalogue has no such code; see GET /interventions"));
            } else if (!intervention.isUsableOn(day)) {
                faults.add(Fault.inBody(
                        pointer, "not-usable-yet", "D1: it is usable from " + intervention.usableFrom() + " on"));
            }
        });
        return faults;
    }
}
