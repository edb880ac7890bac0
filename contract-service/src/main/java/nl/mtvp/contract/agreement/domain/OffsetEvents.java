package nl.mtvp.contract.agreement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;

/** What the feed tells of offsets (D32). */
public final class OffsetEvents {

    private OffsetEvents() {}

    /**
     * A contract deducts an amount per quarter.
     *
     * @param offsetUntil the first day on which it does not any more; null while that is open
     * @param sourceKnownAt when the insurer arranged it
     */
    public record OffsetAgreed(
            UUID offsetId,
            UUID contractId,
            UUID agreementId,
            Uzovi uzovi,
            Agb agb,
            Euro amountPerQuarter,
            LocalDate offsetFrom,
            LocalDate offsetUntil,
            Instant sourceKnownAt) {
        public static final String TYPE = "nl.mtvp.offset-agreed.v1";
    }

    /**
     * It is deducted no more from a day on, earlier than was agreed.
     *
     * @param offsetUntil its own first day when it was withdrawn: then it is deducted on no day
     */
    public record OffsetEnded(
            UUID offsetId,
            UUID contractId,
            Uzovi uzovi,
            Agb agb,
            LocalDate offsetUntil,
            String reason,
            Instant sourceKnownAt) {
        public static final String TYPE = "nl.mtvp.offset-ended.v1";
    }
}
