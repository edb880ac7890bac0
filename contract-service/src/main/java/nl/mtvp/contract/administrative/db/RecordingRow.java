package nl.mtvp.contract.administrative.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.administrative.domain.Agreement;
import nl.mtvp.contract.administrative.domain.Recording;
import nl.mtvp.contract.administrative.domain.Recording.Approval;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A recorded agreement as it stands in its table. */
@Entity(name = "Recording")
@Table(name = "administrative_contract")
@Immutable
class RecordingRow {

    @Id
    UUID id;

    Agreement agreement;

    @EmbeddedColumnNaming("proposed_%s")
    Signature proposed;

    @OneToOne
    @PrimaryKeyJoinColumn
    ApprovalRow approval;

    RecordingRow() {}

    RecordingRow(Recording recording) {
        id = recording.id();
        agreement = recording.agreement();
        proposed = recording.proposed();
    }

    Recording recording() {
        return new Recording(
                id, agreement, proposed, Optional.ofNullable(approval).map(row -> row.approval));
    }

    /** Its approval, with who recorded, which that is held against. */
    @Entity(name = "RecordingApproval")
    @Table(name = "administrative_approval")
    @Immutable
    static class ApprovalRow {

        @Id
        UUID administrativeId;

        String proposedBy;

        Approval approval;

        ApprovalRow() {}

        ApprovalRow(Recording approved) {
            administrativeId = approved.id();
            proposedBy = approved.proposed().subject();
            approval = approved.approval().orElseThrow();
        }
    }
}
