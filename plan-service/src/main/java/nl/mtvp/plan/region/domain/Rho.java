package nl.mtvp.plan.region.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Objects;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Kvk;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A regional organisation (RHO), which supports the practices of its regions. */
@Entity
@Immutable
public class Rho {

    @Id
    private String code;

    private String name;
    private Kvk kvk;

    @EmbeddedColumnNaming("registered_%s")
    private Deed registered;

    protected Rho() {}

    public Rho(String code, String name, Kvk kvk, Deed registered) {
        this.code = Objects.requireNonNull(code, "code");
        this.name = Objects.requireNonNull(name, "name");
        this.kvk = Objects.requireNonNull(kvk, "kvk");
        this.registered = Objects.requireNonNull(registered, "registered");
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Kvk kvk() {
        return kvk;
    }
}
