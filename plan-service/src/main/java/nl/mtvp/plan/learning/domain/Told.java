package nl.mtvp.plan.learning.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.line.domain.Once;

/** What a report tells of a meeting: when it was, who was there, what was discussed and what was learned. */
public record Told(LocalDate heldOn, List<Agb> practices, List<String> interventions, String insights) {

    private static final String TWICE = "this stands in the list twice";

    public Told {
        Objects.requireNonNull(heldOn, "heldOn");
        Objects.requireNonNull(insights, "insights");
        practices = List.copyOf(practices);
        interventions = List.copyOf(interventions);
    }

    /**
     * Holds it to the day and the catalogue (D1), and to whom the RHO's regions had on the day of the meeting.
     *
     * @throws InvalidInput when the day has not come, or a practice or code is doubled, or a code not usable then
     * @throws LearningRefused when a practice belonged elsewhere
     */
    public void check(LocalDate today, Map<String, Intervention> catalogue, Set<Agb> ofTheRho) {
        var faults = new ArrayList<>(faults(heldOn, practices, interventions, today));
        for (int at = 0; at < interventions.size(); at++) {
            var intervention = catalogue.get(interventions.get(at));
            if (intervention == null || !intervention.isUsableOn(heldOn)) {
                faults.add(Fault.inBody(
                        "/interventions/" + at,
                        "unknown-intervention",
                        "D1: the catalogue had no such code on the day of the meeting; see GET /interventions"));
            }
        }
        InvalidInput.ifAny(faults);
        var elsewhere = practices.stream()
                .filter(agb -> !ofTheRho.contains(agb))
                .map(agb -> Fault.inBody(
                        "/practices/" + practices.indexOf(agb),
                        "not-of-this-rho",
                        "D12: practice " + agb + " was in none of the RHO's regions on " + heldOn))
                .toList();
        if (!elsewhere.isEmpty()) {
            throw LearningRefused.practicesNotOfRho(elsewhere);
        }
    }

    /** What is wrong whatever was decided elsewhere; what could not be read is null. */
    public static List<Fault> faults(
            LocalDate heldOn, List<Agb> practices, List<String> interventions, LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (heldOn != null && heldOn.isAfter(today)) {
            faults.add(Fault.inBody("/heldOn", "in-the-future", "D12: a meeting is reported once it was held"));
        }
        faults.addAll(Once.faults(practices, "/practices/%d", TWICE));
        faults.addAll(Once.faults(interventions, "/interventions/%d", TWICE));
        return faults;
    }
}
