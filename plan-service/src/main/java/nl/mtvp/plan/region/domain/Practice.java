package nl.mtvp.plan.region.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.line.domain.Once;

/** A practice in a hub of a region, with the ION that its RHO declared last. */
public record Practice(Agb agb, String name, String hub, long ion) {

    public static final long ION_MAX = 1_000_000;

    public Practice {
        Objects.requireNonNull(agb, "agb");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hub, "hub");
        if (ion < 1 || ion > ION_MAX) {
            throw new IllegalArgumentException("a practice has 1 to " + ION_MAX + " ION");
        }
    }

    /**
     * Holds a list of practices to itself and to what is registered; every faulty line is named.
     *
     * @param places where practices are registered already: region, slash, hub
     * @throws InvalidInput when one stands in the list twice
     * @throws RegionRefused when a hub is unknown, or a practice belongs elsewhere (one RHO at a time, D5)
     */
    public static void check(String region, List<Practice> lines, Set<String> hubs, Map<Agb, String> places) {
        var refused = new ArrayList<Fault>();
        for (int line = 0; line < lines.size(); line++) {
            var practice = lines.get(line);
            var pointer = "/practices/" + line;
            var place = places.get(practice.agb());
            if (!hubs.contains(practice.hub())) {
                refused.add(Fault.inBody(
                        pointer + "/hub",
                        "unknown-hub",
                        "region " + region + " has no hub of this name: add it first, spelled the same"));
            } else if (place != null && !place.equals(region + "/" + practice.hub())) {
                refused.add(Fault.inBody(
                        pointer + "/agb",
                        "bound-elsewhere",
                        "D5: practice " + practice.agb() + " belongs to " + place + "; it has one place at a time"));
            }
        }
        InvalidInput.ifAny(twice(lines.stream().map(Practice::agb).toList()));
        if (!refused.isEmpty()) {
            throw RegionRefused.practicesRefused(refused);
        }
    }

    /** Each line that names a practice once more; one that could not be read is null. */
    public static List<Fault> twice(List<Agb> practices) {
        return Once.faults(practices, "/practices/%d/agb", "practice %s stands in the list twice");
    }
}
