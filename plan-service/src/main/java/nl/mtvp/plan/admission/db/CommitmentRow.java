package nl.mtvp.plan.admission.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** What a notary committed to for a draw of a round, as it stands in its table. */
@Entity(name = "DrawCommitment")
@IdClass(CommitmentRow.Key.class)
@Immutable
class CommitmentRow {

    /** @param number of the draw: 1, or more when it is repeated */
    record Key(UUID roundId, int number) {}

    @Id
    UUID roundId;

    @Id
    int number;

    @Convert(converter = HexDigest.class)
    String commitment;

    @EmbeddedColumnNaming("committed_%s")
    Deed committed;

    static CommitmentRow of(UUID round, int number, Commitment commitment) {
        var row = new CommitmentRow();
        row.roundId = round;
        row.number = number;
        row.commitment = commitment.digest();
        row.committed = commitment.committed();
        return row;
    }

    Commitment told() {
        return new Commitment(commitment, committed);
    }
}
