package nl.mtvp.contract.contract.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What an insurer and a practice agreed: at most one of a pair is in force on any day (D29), and it keeps the regioplan
 * version that it was signed on (D24).
 *
 * @param stop the decision that ends it early, if one stands
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
        Optional<StopInForce> stop) {

    /** @param stoppedFrom the first day on which the contract is not in force */
    public record StopInForce(UUID stopId, LocalDate stoppedFrom) {}

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
    }

    /** Whether a contract from this day on would meet this one on any day (D29). */
    public boolean coversAnyDayFrom(LocalDate day) {
        return stop.isEmpty()
                || stop.get().stoppedFrom().isAfter(day)
                        && stop.get().stoppedFrom().isAfter(startsOn);
    }

    public ContractState state() {
        return stop.isPresent() ? ContractState.STOPPED : ContractState.ACTIVE;
    }
}
