package nl.mtvp.contract.administrative.domain;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;

/**
 * The recording of an earlier agreement (vastleggen, D25): written by one person of the insurer, approved by another
 * (four eyes), and a contract from then on. It has no acceptance, and never changes.
 */
public record Recording(UUID id, Agreement agreement, Signature proposed, Optional<Approval> approval) {

    /** Who approved it, and the contract that it made. */
    @Embeddable
    public record Approval(@EmbeddedColumnNaming("approved_%s") Signature by, UUID contractId) {}

    public Recording {
        Present.all(id, agreement, proposed);
        if (approval.isPresent() && approval.get().by().subject().equals(proposed.subject())) {
            throw new IllegalArgumentException("nobody approves what they proposed");
        }
    }

    public RecordingState state() {
        return approval.isPresent() ? RecordingState.RECORDED : RecordingState.PROPOSED;
    }

    /**
     * @throws RecordingRefused if it was approved before
     * @throws RecordingRefused if it is their own
     */
    public Recording approvedBy(Signature by, UUID contractId) {
        if (approval.isPresent()) {
            throw RecordingRefused.recordedAlready();
        }
        if (by.subject().equals(proposed.subject())) {
            throw RecordingRefused.ownRecording();
        }
        return new Recording(id, agreement, proposed, Optional.of(new Approval(by, contractId)));
    }
}
