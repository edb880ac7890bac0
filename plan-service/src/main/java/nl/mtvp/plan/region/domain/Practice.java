package nl.mtvp.plan.region.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Agb;

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
}
