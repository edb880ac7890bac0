package nl.mtvp.contract.annulment.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** That both parties undo a contract (D28): proposed by a person of one side, agreed to by another of the other. */
public record Annulment(
        UUID id, UUID contractId, String reason, Side proposedFor, Signature proposed, Optional<Answer> answer) {

    /** How the proposal ended, for which side and by whom. */
    @Embeddable
    public record Answer(
            @Enumerated(EnumType.STRING) Outcome outcome,
            @Enumerated(EnumType.STRING) @Column(name = "answered_for") Side side,
            @EmbeddedColumnNaming("answered_%s") Signature by) {}

    /** The two ways in which a proposal ends, each of which is its state from then on. */
    public enum Outcome {
        AGREED,
        WITHDRAWN
    }

    public Annulment {
        Present.all(id, contractId, reason, proposedFor, proposed);
        if (answer.isPresent()) {
            boolean otherSide = answer.get().side() != proposedFor;
            if (otherSide != (answer.get().outcome() == Outcome.AGREED)) {
                throw new IllegalArgumentException("one side proposes and may withdraw, the other agrees");
            }
        }
    }

    public AnnulmentState state() {
        return answer.map(given -> AnnulmentState.valueOf(given.outcome().name()))
                .orElse(AnnulmentState.PROPOSED);
    }

    /**
     * The annulment, answered.
     *
     * @throws AnnulmentRefused if it was answered before
     * @throws AnnulmentRefused if the answer is another's to give
     */
    public Annulment answered(Outcome outcome, Side side, Signature by) {
        if (state() != AnnulmentState.PROPOSED) {
            throw AnnulmentRefused.notOpen(state());
        }
        if (outcome == Outcome.WITHDRAWN && side != proposedFor) {
            throw AnnulmentRefused.notYoursToWithdraw();
        }
        if (outcome == Outcome.AGREED && (side == proposedFor || by.subject().equals(proposed.subject()))) {
            throw AnnulmentRefused.notYoursToAgree();
        }
        return new Annulment(id, contractId, reason, proposedFor, proposed, Optional.of(new Answer(outcome, side, by)));
    }
}
