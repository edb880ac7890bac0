package nl.mtvp.contract.ending.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** An end of a contract otherwise than by a breach (D35): told by one side, and perhaps taken back by it in time. */
public record Ending(
        UUID id,
        UUID contractId,
        EndingTerms terms,
        String grounds,
        LocalDate announcedOn,
        Signature announced,
        Optional<Withdrawal> withdrawn) {

    /** Why an end was taken back, by whom, and on which day. */
    @Embeddable
    public record Withdrawal(
            @EmbeddedColumnNaming("withdrawn_%s") Signature by,
            @Column(name = "withdrawn_on") LocalDate on,
            String reason) {}

    public Ending {
        Present.all(id, contractId, terms, grounds, announcedOn, announced);
        if (withdrawn.isPresent() && !withdrawn.get().on().isBefore(terms.endedFrom())) {
            throw new IllegalArgumentException("an end in effect is not withdrawn");
        }
    }

    public EndingState state(LocalDate today) {
        if (withdrawn.isPresent()) {
            return EndingState.WITHDRAWN;
        }
        return today.isBefore(terms.endedFrom()) ? EndingState.ANNOUNCED : EndingState.IN_EFFECT;
    }

    /**
     * The end, taken back.
     *
     * @throws EndingRefused if the other side told it
     * @throws EndingRefused if it took effect, or was withdrawn before
     */
    public Ending withdrawnBy(Side side, Signature by, LocalDate today, String reason) {
        if (side != terms.toldBy() || terms.kind() == EndingKind.MERGED) {
            throw EndingRefused.otherSidesToWithdraw();
        }
        if (state(today) != EndingState.ANNOUNCED) {
            throw EndingRefused.notOpen(state(today));
        }
        var withdrawal = new Withdrawal(by, today, reason);
        return new Ending(id, contractId, terms, grounds, announcedOn, announced, Optional.of(withdrawal));
    }
}
