package nl.mtvp.contract.measure.domain;

import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.domain.Withdrawal;

/**
 * A stop or a clawback (D34): proposed by one person or system, decided by another person (four eyes), and perhaps taken
 * back later. Each of these is a fact of its own.
 *
 * @param evidence what the decision on a clawback was taken on: its terms, days and euros; none for a stop
 */
public record Measure(
        UUID id,
        UUID contractId,
        Terms terms,
        String grounds,
        Signature proposed,
        Optional<Signature> decided,
        Optional<Frozen> evidence,
        Optional<Withdrawal> withdrawn) {

    public Measure {
        Present.all(id, contractId, terms, grounds, proposed, evidence);
        if (decided.isPresent() && decided.get().subject().equals(proposed.subject())) {
            throw new IllegalArgumentException("nobody decides what they proposed");
        }
    }

    public static Measure proposed(UUID id, UUID contractId, Terms terms, String grounds, Signature by) {
        return new Measure(id, contractId, terms, grounds, by, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public MeasureKind kind() {
        return terms instanceof Terms.Stop ? MeasureKind.STOP : MeasureKind.CLAWBACK;
    }

    public MeasureState state() {
        if (withdrawn.isPresent()) {
            return MeasureState.WITHDRAWN;
        }
        return decided.isPresent() ? MeasureState.DECIDED : MeasureState.PROPOSED;
    }

    /**
     * @param on what it is decided on, for a clawback
     * @throws MeasureRefused if it was decided or withdrawn before
     * @throws MeasureRefused if it is their own
     */
    public Measure decidedBy(Signature by, Optional<Frozen> on) {
        if (state() != MeasureState.PROPOSED) {
            throw MeasureRefused.notOpen(state());
        }
        if (by.subject().equals(proposed.subject())) {
            throw MeasureRefused.ownMeasure();
        }
        if (on.isPresent() != (kind() == MeasureKind.CLAWBACK)) {
            throw new IllegalArgumentException("a clawback is decided on what it takes, and nothing else is");
        }
        return new Measure(id, contractId, terms, grounds, proposed, Optional.of(by), on, withdrawn);
    }

    /** @throws MeasureRefused if it was withdrawn before */
    public Measure withdrawnBy(Signature by, String reason) {
        if (state() == MeasureState.WITHDRAWN) {
            throw MeasureRefused.notOpen(state());
        }
        return new Measure(
                id, contractId, terms, grounds, proposed, decided, evidence, Optional.of(new Withdrawal(reason, by)));
    }
}
