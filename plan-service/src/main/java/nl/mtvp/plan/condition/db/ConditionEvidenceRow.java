package nl.mtvp.plan.condition.db;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.plan.condition.domain.ConditionEvidence;
import org.hibernate.annotations.Immutable;

/** What an RHO showed of a condition, whose it is, and who recorded it (D5). */
@Entity(name = "ConditionEvidence")
@Immutable
class ConditionEvidenceRow {

    @Id
    UUID id;

    String rho;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "id", insertable = false, updatable = false))
    @Convert(attributeName = "documentDigest", converter = HexDigest.class)
    ConditionEvidence evidence;

    String recordedBy;

    static ConditionEvidenceRow of(String rho, ConditionEvidence evidence, String recordedBy) {
        var row = new ConditionEvidenceRow();
        row.id = evidence.id();
        row.rho = rho;
        row.evidence = evidence;
        row.recordedBy = recordedBy;
        return row;
    }
}
