package nl.mtvp.plan.admission.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeten.extra.YearQuarter;

/**
 * The lots of a region's round (D18): one per hub that was not admitted before, and one per practice that comes later
 * than its admitted hub. A practice counts when it takes part and may start by the round's quarter; somebody who
 * opted out while the hub was admitted, and takes part after all, counts as later-starting.
 */
public final class Lots {

    private Lots() {}

    public static List<Lot> of(
            String region, YearQuarter quarter, Collection<Candidate> candidates, Set<String> admittedHubs) {
        var starting = candidates.stream()
                .filter(candidate -> !candidate.admitted())
                .filter(candidate -> candidate.preference().letsStartIn(quarter))
                .collect(Collectors.groupingBy(Candidate::hub, TreeMap::new, Collectors.toList()));
        return starting.entrySet().stream()
                .flatMap(hub -> {
                    var members = hub.getValue().stream()
                            .map(candidate -> new Lot.Member(candidate.agb(), candidate.ion()))
                            .toList();
                    return admittedHubs.contains(hub.getKey())
                            ? members.stream().map(Lot::ofPractice)
                            : Stream.of(Lot.ofHub(region, hub.getKey(), members));
                })
                .sorted(Lot.BY_ID)
                .toList();
    }
}
