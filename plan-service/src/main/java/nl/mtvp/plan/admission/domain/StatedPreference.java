package nl.mtvp.plan.admission.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import org.threeten.extra.YearQuarter;

/** What a practice stated last (D17). */
public record StatedPreference(Agb agb, Preference preference) {

    /** A line as it was sent. */
    public record Line(Agb agb, boolean takesPart, YearQuarter laterQuarter) {}

    /**
     * Holds a list of preferences to its form and to what is registered (D17); every faulty line is named.
     *
     * @param practices the region's
     * @throws InvalidInput when a line contradicts itself or another, or names no practice of the region
     * @throws AdmissionRefused when lines name practices that are admitted: their start is settled
     */
    public static List<StatedPreference> check(List<Line> lines, List<Candidate> practices) {
        var admitted = practices.stream().collect(Collectors.toMap(Candidate::agb, Candidate::admitted));
        var faults = new ArrayList<Fault>();
        var settled = new ArrayList<Fault>();
        var seen = new HashSet<Agb>();
        for (int index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            var pointer = "/preferences/" + index;
            addFaults(line, pointer, seen, faults);
            if (!admitted.containsKey(line.agb())) {
                faults.add(
                        Fault.inBody(pointer + "/agb", "no-practice-of-the-region", "the region has no such practice"));
            }
            if (admitted.getOrDefault(line.agb(), false)) {
                settled.add(Fault.inBody(
                        pointer + "/agb", "admitted", "practice " + line.agb() + " is admitted; its start is settled"));
            }
        }
        InvalidInput.ifAny(faults);
        if (!settled.isEmpty()) {
            throw AdmissionRefused.practicesAdmitted(settled);
        }
        return lines.stream()
                .map(line -> new StatedPreference(line.agb(), new Preference(line.takesPart(), line.laterQuarter())))
                .toList();
    }

    /** What is wrong whatever the region; a practice that could not be read is null. */
    public static List<Fault> faults(List<Line> lines) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<Agb>();
        for (int index = 0; index < lines.size(); index++) {
            addFaults(lines.get(index), "/preferences/" + index, seen, faults);
        }
        return faults;
    }

    private static void addFaults(Line line, String pointer, Set<Agb> seen, List<Fault> faults) {
        if (line.agb() != null && !seen.add(line.agb())) {
            faults.add(Fault.inBody(pointer + "/agb", "named-twice", "a practice is named once"));
        }
        if (!line.takesPart() && line.laterQuarter() != null) {
            faults.add(Fault.inBody(
                    pointer + "/laterQuarter",
                    "contradiction",
                    "D17: who does not take part has no quarter to start in"));
        }
    }
}
