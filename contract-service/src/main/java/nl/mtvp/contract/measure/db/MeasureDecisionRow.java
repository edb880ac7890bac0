package nl.mtvp.contract.measure.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureKind;
import nl.mtvp.kernel.db.HexDigest;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A decision as it stands in its table, with what it is held against: the measure's kind, and who proposed it. */
@Entity(name = "MeasureDecision")
@Table(name = "measure_decision")
@Immutable
class MeasureDecisionRow {

    @Id
    UUID measureId;

    @Enumerated(EnumType.STRING)
    MeasureKind kind;

    String proposedBy;

    @Embedded
    @EmbeddedColumnNaming("decided_%s")
    Signature decided;

    byte[] document;

    @Convert(converter = HexDigest.class)
    String digest;

    static MeasureDecisionRow of(Measure measure) {
        var row = new MeasureDecisionRow();
        row.measureId = measure.id();
        row.kind = measure.kind();
        row.proposedBy = measure.proposed().subject();
        row.decided = measure.decided().orElseThrow();
        row.document = measure.evidence().map(Frozen::bytes).orElse(null);
        row.digest = measure.evidence().map(Frozen::digest).orElse(null);
        return row;
    }

    Signature decided() {
        return decided;
    }

    Optional<Frozen> evidence() {
        return Optional.ofNullable(document).map(Frozen::of);
    }
}
