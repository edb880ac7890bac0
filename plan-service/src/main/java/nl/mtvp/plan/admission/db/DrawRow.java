package nl.mtvp.plan.admission.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A draw as it stands in its table, with the seed that the notary revealed; both it and its digest are 32 bytes. */
@Entity(name = "Draw")
@Immutable
class DrawRow {

    @Id
    UUID id;

    UUID roundId;
    int number;

    @Convert(converter = HexDigest.class)
    String commitment;

    @Convert(converter = HexDigest.class)
    String seed;

    String reason;

    @EmbeddedColumnNaming("drawn_%s")
    Deed drawn;

    Drawn drawn() {
        return new Drawn(id, seed, drawn.at());
    }
}
