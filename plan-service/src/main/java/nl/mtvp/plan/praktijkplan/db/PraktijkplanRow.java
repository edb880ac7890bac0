package nl.mtvp.plan.praktijkplan.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.identity.Agb;
import org.hibernate.annotations.Immutable;

/** The plan of a practice as it stands in its table; where the practice is follows from the day on which one asks. */
@Entity(name = "Praktijkplan")
@Table(name = "praktijkplan")
@Immutable
class PraktijkplanRow {

    @Id
    UUID id;

    Agb agb;
    Instant createdAt;
    String createdBy;

    static PraktijkplanRow of(UUID id, Agb agb, Actor actor, Instant now) {
        var row = new PraktijkplanRow();
        row.id = id;
        row.agb = agb;
        row.createdAt = now;
        row.createdBy = actor.subject();
        return row;
    }
}
