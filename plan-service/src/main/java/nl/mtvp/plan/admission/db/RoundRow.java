package nl.mtvp.plan.admission.db;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.plan.admission.domain.Round;
import org.hibernate.annotations.Immutable;

/** A round as it stands in its table. */
@Entity(name = "AdmissionRound")
@Immutable
class RoundRow {

    @Id
    UUID id;

    @AttributeOverride(name = "id", column = @Column(name = "id", insertable = false, updatable = false))
    Round opened;

    String openedBy;

    static RoundRow of(Round round, Actor actor) {
        var row = new RoundRow();
        row.id = round.id();
        row.opened = round;
        row.openedBy = actor.subject();
        return row;
    }
}
