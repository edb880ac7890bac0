package nl.mtvp.plan.learning.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.learning.domain.Participation;
import org.hibernate.annotations.Immutable;

/** A participation as it stands in its table, whether it was withdrawn or not. */
@Entity(name = "Participation")
@Table(name = "participation")
@Immutable
class ParticipationRow {

    @Id
    UUID id;

    Agb agb;
    String code;
    LocalDate tookPlaceOn;
    String document;

    @Convert(converter = HexDigest.class)
    String documentDigest;

    Instant recordedAt;
    String recordedBy;

    static ParticipationRow of(Participation participation, Actor actor) {
        var row = new ParticipationRow();
        row.id = participation.id();
        row.agb = participation.agb();
        row.code = participation.code();
        row.tookPlaceOn = participation.tookPlaceOn();
        row.document = participation.document();
        row.documentDigest = participation.documentDigest();
        row.recordedAt = participation.recordedAt();
        row.recordedBy = actor.subject();
        return row;
    }
}
