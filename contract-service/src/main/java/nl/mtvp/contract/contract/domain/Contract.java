package nl.mtvp.contract.contract.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What an insurer and a practice agreed: at most one of a pair is in force on any day (D29), and it keeps the regioplan
 * version that it was signed on (D24).
 *
 * @param stop the decision that ends it early, if one stands (D34)
 * @param end how it ends otherwise, if that is on record (D35)
 */
public record Contract(
        UUID id,
        UUID offerId,
        Uzovi uzovi,
        Agb agb,
        Kvk kvk,
        String rho,
        String region,
        LocalDate startsOn,
        Instant acceptedAt,
        UUID regioplanVersionId,
        String regioplanContentHash,
        String tariffSeries,
        String textVersion,
        Optional<StopInForce> stop,
        Optional<EndOnRecord> end) {

    /** @param stoppedFrom the first day on which the contract is not in force */
    public record StopInForce(UUID stopId, LocalDate stoppedFrom) {}

    /** @param endedFrom the first day on which the contract is not in force */
    public record EndOnRecord(UUID endId, LocalDate endedFrom) {}

    public Contract {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(offerId, "offerId");
        Objects.requireNonNull(uzovi, "uzovi");
        Objects.requireNonNull(agb, "agb");
        Objects.requireNonNull(kvk, "kvk");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(regioplanVersionId, "regioplanVersionId");
        if (stop.isPresent() && stop.get().stoppedFrom().isBefore(startsOn)) {
            throw new IllegalArgumentException("a contract does not stop before it starts");
        }
        if (end.isPresent() && end.get().endedFrom().isBefore(startsOn)) {
            throw new IllegalArgumentException("a contract does not end before it starts");
        }
    }

    /** The first day on which it is not in force any more: that of its stop or of its end, whichever is first. */
    public Optional<LocalDate> inForceUntil() {
        return Stream.concat(stop.map(StopInForce::stoppedFrom).stream(), end.map(EndOnRecord::endedFrom).stream())
                .min(LocalDate::compareTo);
    }

    /** Whether a contract from this day on would meet this one on any day (D29). */
    public boolean coversAnyDayFrom(LocalDate day) {
        return inForceUntil()
                .map(until -> until.isAfter(day) && until.isAfter(startsOn))
                .orElse(true);
    }

    /** A stop counts as soon as it is decided, an end when its day has come. */
    public ContractState state(LocalDate today) {
        if (stop.isPresent()) {
            return ContractState.STOPPED;
        }
        boolean ended = end.isPresent() && !end.get().endedFrom().isAfter(today);
        return ended ? ContractState.ENDED : ContractState.ACTIVE;
    }
}
