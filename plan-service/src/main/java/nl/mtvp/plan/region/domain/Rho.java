package nl.mtvp.plan.region.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Kvk;

/** A regional organisation (RHO), which supports the practices of its regions. */
public record Rho(String code, String name, Kvk kvk) {

    public Rho {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kvk, "kvk");
    }
}
