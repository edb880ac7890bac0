package nl.mtvp.plan.region.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
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
    private Instant registeredAt;
    private String registeredBy;

    protected Region() {}

    public Region(String code, String name, String rho, Instant registeredAt, String registeredBy) {
        this.code = Objects.requireNonNull(code, "code");
        this.name = Objects.requireNonNull(name, "name");
        this.rho = Objects.requireNonNull(rho, "rho");
        this.registeredAt = Objects.requireNonNull(registeredAt, "registeredAt");
        this.registeredBy = Objects.requireNonNull(registeredBy, "registeredBy");
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
