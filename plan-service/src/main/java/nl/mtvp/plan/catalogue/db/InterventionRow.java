package nl.mtvp.plan.catalogue.db;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.plan.catalogue.domain.Intervention;
import org.hibernate.annotations.Immutable;

/** An intervention as it stands in its table, with the proposal that it came from, if it came from one (D2). */
@Entity(name = "Intervention")
@Immutable
class InterventionRow {

    @Id
    String code;

    @AttributeOverride(name = "code", column = @Column(name = "code", insertable = false, updatable = false))
    Intervention intervention;

    UUID proposalId;

    static InterventionRow of(Intervention intervention, UUID proposal) {
        var row = new InterventionRow();
        row.code = intervention.code();
        row.intervention = intervention;
        row.proposalId = proposal;
        return row;
    }
}
