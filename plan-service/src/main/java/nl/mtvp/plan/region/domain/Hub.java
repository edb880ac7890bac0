package nl.mtvp.plan.region.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.Objects;
import nl.mtvp.kernel.identity.Deed;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A hub of a region: the practices of one municipality, known by its name there (D18). */
@Entity
@Immutable
@IdClass(Hub.Key.class)
public class Hub {

    /** A region has one of each name. */
    public record Key(String region, String name) {}

    @Id
    private String region;

    @Id
    private String name;

    @EmbeddedColumnNaming("registered_%s")
    private Deed registered;

    protected Hub() {}

    public Hub(String region, String name, Deed registered) {
        this.region = Objects.requireNonNull(region, "region");
        this.name = Objects.requireNonNull(name, "name");
        this.registered = Objects.requireNonNull(registered, "registered");
    }

    public String region() {
        return region;
    }

    public String name() {
        return name;
    }
}
