package nl.mtvp.plan.region.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Objects;
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

    private Instant registeredAt;
    private String registeredBy;

    protected Hub() {}

    public Hub(String region, String name, Instant registeredAt, String registeredBy) {
        this.region = Objects.requireNonNull(region, "region");
        this.name = Objects.requireNonNull(name, "name");
        this.registeredAt = Objects.requireNonNull(registeredAt, "registeredAt");
        this.registeredBy = Objects.requireNonNull(registeredBy, "registeredBy");
    }

    public String region() {
        return region;
    }

    public String name() {
        return name;
    }
}
