package nl.mtvp.contract.annulment.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** What the feed tells of a contract that both parties undid: it counts for no day any more (D28). */
public record ContractAnnulled(
        UUID contractId, Uzovi uzovi, Agb agb, UUID annulmentId, Instant annulledAt, String reason) {

    public static final String TYPE = "nl.mtvp.contract-annulled.v1";
}
