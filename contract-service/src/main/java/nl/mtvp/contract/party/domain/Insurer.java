package nl.mtvp.contract.party.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Uzovi;

/** A health insurer, known by the code under which it contracts (D22). */
public record Insurer(Uzovi uzovi, String name) {

    public Insurer {
        Objects.requireNonNull(uzovi, "uzovi");
        Objects.requireNonNull(name, "name");
    }
}
