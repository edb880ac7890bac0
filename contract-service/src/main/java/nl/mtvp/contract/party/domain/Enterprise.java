package nl.mtvp.contract.party.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Kvk;

/** The legal person that one or more practices belong to (D22). */
public record Enterprise(Kvk kvk, String name) {

    public Enterprise {
        Objects.requireNonNull(kvk, "kvk");
        Objects.requireNonNull(name, "name");
    }
}
