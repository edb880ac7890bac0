package nl.mtvp.contract.compliance.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A contract that was drawn, as it stands in its table. All of a sample are written by one statement. */
@Entity(name = "SampleMember")
@Table(name = "compliance_sample_member")
@IdClass(SampleMemberRow.Key.class)
@Immutable
class SampleMemberRow {

    record Key(UUID sampleId, int rank) {}

    @Id
    UUID sampleId;

    @Id
    int rank;

    UUID contractId;

    UUID sampleId() {
        return sampleId;
    }

    UUID contractId() {
        return contractId;
    }
}
