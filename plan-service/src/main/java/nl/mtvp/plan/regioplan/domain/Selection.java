package nl.mtvp.plan.regioplan.domain;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.plan.catalogue.domain.Intervention;

/** An intervention that a regioplan selects, with the implementation year, 1 or 2, in which it begins (D3). */
public record Selection(Intervention intervention, int firstYear) {

    public Selection {
        Objects.requireNonNull(intervention, "intervention");
        if (firstYear != 1 && firstYear != 2) {
            throw new IllegalArgumentException("the first implementation year is 1 or 2");
        }
    }

    /** A selected code with its first implementation year. */
    @Embeddable
    public record Line(String code, int firstYear) {}

    /** What is selected, once {@link #faults} found nothing. */
    public static List<Selection> of(List<Line> lines, Map<String, Intervention> catalogue) {
        return lines.stream()
                .map(line -> new Selection(catalogue.get(line.code()), line.firstYear()))
                .toList();
    }

    /** Each code that is unknown in the catalogue of a day (D1), not usable yet, or selected twice. */
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
