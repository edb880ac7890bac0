package nl.mtvp.contract.compliance.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;

/**
 * A decision in a review (D33).
 *
 * @param remedyUntil with REMEDY: the first day on which it may be judged
 * @param stopId with BREACH: the stop of the contract (D34)
 * @param clawbackId with BREACH, where money was used unlawfully (D34)
 * @param frozen the facts as they were
 */
public record Decision(
        Outcome outcome,
        String grounds,
        Optional<LocalDate> remedyUntil,
        Optional<UUID> stopId,
        Optional<UUID> clawbackId,
        Frozen frozen,
        Signature decided) {

    public Decision {
        Present.all(grounds, frozen, decided);
        if ((outcome == Outcome.REMEDY) != remedyUntil.isPresent()) {
            throw new IllegalArgumentException("a remedy has a day, and nothing else has");
        }
        if ((outcome == Outcome.BREACH) != stopId.isPresent() || clawbackId.isPresent() && stopId.isEmpty()) {
            throw new IllegalArgumentException("a breach always stops the contract, and nothing else does");
        }
    }
}
