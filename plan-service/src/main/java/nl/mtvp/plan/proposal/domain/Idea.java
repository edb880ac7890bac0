package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** What is proposed: an intervention, why, and what it is expected to bring (D2). The name is the Dutch one. */
@Embeddable
public record Idea(
        @Enumerated(EnumType.STRING) Kernelement kernelement,
        String name,
        String description,
        String motivation,
        String expectedEffect) {

    public Idea {
        Objects.requireNonNull(kernelement, "kernelement");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(motivation, "motivation");
        Objects.requireNonNull(expectedEffect, "expectedEffect");
    }
}
