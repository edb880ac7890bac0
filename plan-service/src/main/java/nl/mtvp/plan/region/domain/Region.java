package nl.mtvp.plan.region.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Objects;
import nl.mtvp.kernel.identity.Deed;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A region of practices, looked after by one RHO. Its version is not told here: raising it is the turn to change. */
@Entity
@Immutable
public class Region {

    /** The form of the codes of regions and RHOs. */
    public static final String CODE_FORM = "[A-Za-z0-9-]{2,40}";

    public static final String CODE_RULE = "a code has 2 to 40 letters, digits and hyphens";

    @Id
    private String code;

    private String name;
    private String rho;

    @EmbeddedColumnNaming("registered_%s")
    private Deed registered;

    protected Region() {}

    public Region(String code, String name, String rho, Deed registered) {
        this.code = Objects.requireNonNull(code, "code");
        this.name = Objects.requireNonNull(name, "name");
        this.rho = Objects.requireNonNull(rho, "rho");
        this.registered = Objects.requireNonNull(registered, "registered");
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String rho() {
        return rho;
    }
}
