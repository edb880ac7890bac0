package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Practice;
import nl.mtvp.suite.world.Rho.Region;

/** Who was admitted when, from transcripts that were recomputed; and who must be in the next pool (D17, D18). */
final class Admissions {

    private final Map<String, Quarter> admitted = new LinkedHashMap<>();
    private final Set<String> hubs = new HashSet<>();
    private final Set<String> optedOut = new HashSet<>();
    private final Map<String, Quarter> later = new TreeMap<>();

    void optOut(String agb) {
        optedOut.add(agb);
    }

    void startsLater(String agb, Quarter quarter) {
        later.put(agb, quarter);
    }

    /** The lots that a pool must hold, each with its ION, by id. */
    Map<String, Long> lots(Region region, Quarter quarter) {
        var lots = new TreeMap<String, Long>();
        for (var hub : region.hubs()) {
            var starting = hub.practices().stream()
                    .filter(practice -> mayStart(practice.agb(), quarter))
                    .toList();
            if (hubs.contains(lotOf(hub))) {
                starting.forEach(practice -> lots.put("practice:" + practice.agb(), (long) practice.ion()));
            } else if (!starting.isEmpty()) {
                lots.put(lotOf(hub), starting.stream().mapToLong(Practice::ion).sum());
            }
        }
        return lots;
    }

    private boolean mayStart(String agb, Quarter quarter) {
        return !admitted.containsKey(agb)
                && !optedOut.contains(agb)
                && !later.getOrDefault(agb, quarter).isAfter(quarter);
    }

    /** Takes over what a transcript tells. */
    void take(JsonNode transcript, Quarter quarter) {
        var members = new LinkedHashMap<String, List<String>>();
        transcript
                .at("/pool/lots")
                .forEach(lot -> members.put(text(lot, "id"), Json.texts(lot.path("members"), "agb")));
        transcript.path("turns").forEach(turn -> {
            if (text(turn, "outcome").equals("ADMITTED")) {
                var lot = text(turn, "lotId");
                hubs.add(lot);
                members.get(lot).forEach(agb -> admitted.put(agb, quarter));
            }
        });
    }

    /** The practices of a region that start in a quarter, by hub, in the order of the hubs. */
    Map<Hub, List<Practice>> startingIn(Region region, Quarter quarter) {
        var starting = new LinkedHashMap<Hub, List<Practice>>();
        for (var hub : region.hubs()) {
            var practices = hub.practices().stream()
                    .filter(practice -> quarter.equals(admitted.get(practice.agb())))
                    .toList();
            if (!practices.isEmpty()) {
                starting.put(hub, practices);
            }
        }
        return starting;
    }

    static String lotOf(Hub hub) {
        return "hub:" + hub.region() + "/" + hub.name();
    }
}
