package nl.mtvp.contract.agreement.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.money.Euro;
import org.hibernate.annotations.EmbeddedColumnNaming;

/**
 * What a contract deducts per quarter for an existing agreement, and until when if that was settled later (D32).
 *
 * @param withdrawn that its agreement was registered wrongly: it is deducted on no day
 */
public record Offset(
        UUID id,
        UUID contractId,
        UUID agreementId,
        UUID arrangementId,
        Euro amountPerQuarter,
        Period agreed,
        Optional<End> end,
        Optional<Withdrawal> withdrawn) {

    /** It is deducted no more from this day on, earlier than was agreed. */
    @Embeddable
    public record End(
            @Column(name = "offset_until") LocalDate until,
            String reason,
            @EmbeddedColumnNaming("ended_%s") Signature by) {}

    public Offset {
        Present.all(id, contractId, amountPerQuarter, agreed);
    }

    /** The first day on which it is not deducted any more, if there is one. */
    public Optional<LocalDate> until() {
        return withdrawn
                .map(withdrawal -> agreed.from())
                .or(() -> end.map(End::until))
                .or(agreed::until);
    }

    /**
     * The same, ended earlier.
     *
     * @throws InvalidInput if that leaves it no day
     * @throws PartyRefused if it was ended before, or ends on or before that day
     */
    public Offset ended(LocalDate day, String reason, Signature by) {
        if (withdrawn.isPresent() || end.isPresent()) {
            throw PartyRefused.endsAlready(until().orElseThrow());
        }
        agreed.endedOn(day, "/offsetUntil");
        return new Offset(
                id,
                contractId,
                agreementId,
                arrangementId,
                amountPerQuarter,
                agreed,
                Optional.of(new End(day, reason, by)),
                withdrawn);
    }

    /** The same, deducted on no day. */
    public Offset withdrawn(Withdrawal withdrawal) {
        return new Offset(
                id, contractId, agreementId, arrangementId, amountPerQuarter, agreed, end, Optional.of(withdrawal));
    }
}
