package nl.mtvp.plan.admission.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Agb;

/** A practice of the region as it stands at the freeze: its ION, what it wants, and whether it is admitted already. */
public record Candidate(Agb agb, String hub, long ion, Preference preference, boolean admitted) {

    public Candidate {
        Objects.requireNonNull(agb, "agb");
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(preference, "preference");
        if (ion <= 0) {
            throw new IllegalArgumentException("a practice has at least one ION");
        }
    }
}
