package nl.mtvp.contract.measure.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** What the feed tells of stops and clawbacks, once they are decided and when they are taken back (D34). */
public final class MeasureEvents {

    private MeasureEvents() {}

    /** @param stoppedFrom the first day on which the contract is not in force */
    public record ContractStopped(
            UUID contractId, Uzovi uzovi, Agb agb, UUID stopId, LocalDate stoppedFrom, String grounds) {
        public static final String TYPE = "nl.mtvp.contract-stopped.v1";
    }

    /** The contract goes on as if it had not been stopped. */
    public record ContractStopWithdrawn(UUID contractId, Uzovi uzovi, Agb agb, UUID stopId, String reason) {
        public static final String TYPE = "nl.mtvp.contract-stop-withdrawn.v1";
    }

    /**
     * @param clawedBackUntil exclusive
     * @param percentage like {@code 33.33}
     */
    public record ClawbackOrdered(
            UUID contractId,
            Uzovi uzovi,
            Agb agb,
            UUID clawbackId,
            LocalDate clawedBackFrom,
            LocalDate clawedBackUntil,
            String percentage,
            String grounds) {
        public static final String TYPE = "nl.mtvp.clawback-ordered.v1";
    }

    /** What was taken back is due again. */
    public record ClawbackWithdrawn(UUID contractId, Uzovi uzovi, Agb agb, UUID clawbackId, String reason) {
        public static final String TYPE = "nl.mtvp.clawback-withdrawn.v1";
    }
}
