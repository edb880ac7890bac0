package nl.mtvp.contract.ending.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** What the feed tells of ends, when they are told and when they are taken back (D35). */
public final class EndingEvents {

    private EndingEvents() {}

    /** @param endedFrom the first day on which the contract is not in force; it may lie ahead */
    public record ContractEnded(
            UUID contractId, Uzovi uzovi, Agb agb, UUID endId, LocalDate endedFrom, EndingKind kind) {
        public static final String TYPE = "nl.mtvp.contract-ended.v1";
    }

    /** The contract goes on as if its end had not been told. */
    public record ContractEndWithdrawn(UUID contractId, Uzovi uzovi, Agb agb, UUID endId, String reason) {
        public static final String TYPE = "nl.mtvp.contract-end-withdrawn.v1";
    }
}
