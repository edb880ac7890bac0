package nl.mtvp.payment.contract.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;

/** What contract-service tells of a contract: a record for each kind of event, with the properties that we read of it. */
public interface Told {

    /** A fact that is one row more. */
    interface Row extends Told {}

    /** A contract as its acceptance told. */
    record Accepted(UUID contractId, Uzovi uzovi, Agb agb, Kvk kvk, String rho, String region, LocalDate startsOn)
            implements Told {}

    /** A contract that both parties undid (D28). */
    record Annulled(UUID annulmentId, UUID contractId, String reason) implements Row {}

    /** A stop of a contract from a day on. */
    record Stopped(UUID stopId, UUID contractId, Uzovi uzovi, LocalDate stoppedFrom, String grounds) implements Row {}

    /** An end of a contract from a day on: by notice, closing, merger or its end date (D35). */
    record Ended(UUID endId, UUID contractId, Uzovi uzovi, LocalDate endedFrom, String kind) implements Row {}

    /** A stop was taken back. */
    record StopWithdrawn(@JsonProperty("stopId") UUID id, String reason) implements Told {}

    /** An end was taken back. */
    record EndWithdrawn(@JsonProperty("endId") UUID id, String reason) implements Told {}

    /** A clawback was taken back. */
    record ClawbackWithdrawn(@JsonProperty("clawbackId") UUID id, String reason) implements Told {}

    /** A clawback over a period. */
    record ClawbackOrdered(
            UUID clawbackId,
            UUID contractId,
            Uzovi uzovi,
            LocalDate clawedBackFrom,
            LocalDate clawedBackUntil,
            String percentage,
            String grounds)
            implements Row {

        public int tenThousandths() {
            return exactly(percentage);
        }
    }

    /** Another AGB continues a contract from a quarter's first day on; within the same enterprise, so the KvK stays. */
    record Succeeded(UUID successionId, UUID contractId, Agb oldAgb, Agb newAgb, LocalDate from) implements Told {}

    /** What parties agree is known over there since they did, which the event says beside when it was logged. */
    interface Agreed extends Told {
        Instant sourceKnownAt();
    }

    /**
     * A contract deducts an amount per quarter.
     *
     * @param offsetUntil the first day on which it does not; empty while that is open
     */
    record OffsetAgreed(
            UUID offsetId,
            UUID contractId,
            Uzovi uzovi,
            UUID agreementId,
            Euro amountPerQuarter,
            LocalDate offsetFrom,
            Optional<LocalDate> offsetUntil,
            Instant sourceKnownAt)
            implements Agreed, Row {}

    /**
     * A part of what a contract pays goes to the RHO: a percentage, or an amount per ION.
     *
     * @param shareUntil the first day on which it does not; empty while that is open
     */
    record ShareAgreed(
            UUID shareId,
            UUID contractId,
            Uzovi uzovi,
            String rho,
            Optional<String> percentage,
            Optional<Euro> amountPerIon,
            LocalDate shareFrom,
            Optional<LocalDate> shareUntil,
            Instant sourceKnownAt)
            implements Agreed, Row {

        public Integer tenThousandths() {
            return percentage.map(Told::exactly).orElse(null);
        }
    }

    /** A contract deducts no more from a day on. */
    record OffsetEnded(
            @JsonProperty("offsetId") UUID id,
            @JsonProperty("offsetUntil") LocalDate until,
            String reason,
            Instant sourceKnownAt)
            implements Agreed {}

    /** The RHO has no part of a contract any more from a day on. */
    record ShareEnded(
            @JsonProperty("shareId") UUID id,
            @JsonProperty("shareUntil") LocalDate until,
            String reason,
            Instant sourceKnownAt)
            implements Agreed {}

    /** @throws ArithmeticException if a percentage has more than two decimals: it is never rounded */
    private static int exactly(String percentage) {
        return new BigDecimal(percentage).movePointRight(2).intValueExact();
    }
}
