package nl.mtvp.payment.ion.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ion.domain.Settlement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** With which practice a patient of a delivery counts, and since when. */
public record SettlementResponse(
        UUID id,
        UUID deliveryId,
        Uzovi uzovi,
        UUID pseudonym,
        @Schema(nullable = true, description = "With whom they counted as delivered; null is nobody") Agb countedWith,
        @Schema(nullable = true, description = "With whom they count by this; null is nobody") Agb countsWith,
        String reason,
        String settledBy,
        @Schema(description = "Since when it counts") Instant knownFrom,
        @Schema(nullable = true, description = "Until when it counted: it was withdrawn") Instant knownUntil,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) String withdrawnReason) {

    static SettlementResponse of(Settlement settlement) {
        return new SettlementResponse(
                settlement.id(),
                settlement.deliveryId(),
                settlement.uzovi(),
                settlement.pseudonym(),
                settlement.countedWith(),
                settlement.countsWith(),
                settlement.reason(),
                settlement.settledBy(),
                settlement.knownFrom(),
                settlement.knownUntil(),
                settlement.withdrawnBy(),
                settlement.withdrawnReason());
    }
}
