package nl.mtvp.contract.offer.rest;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.Offer.Closing;
import nl.mtvp.contract.offer.domain.OfferKind;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.answer.ETags;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An offer as it is shown, with the state that it has now. */
@Schema(name = "Offer")
public record OfferResponse(
        UUID id,
        Integer version,
        OfferKind kind,
        OfferState state,
        Uzovi uzovi,
        Agb agb,
        LocalDate startsOn,
        Instant expiresAt,
        String tariffSeries,
        String textVersion,
        String rho,
        String region,
        UUID regioplanVersionId,
        String regioplanContentHash,
        Instant proposedAt,
        Boolean handedOver,
        @Schema(nullable = true) UUID replacesOfferId,
        @Schema(nullable = true) Instant closedAt,
        @Schema(nullable = true) String closedReason) {

    /** Other whenever anything of it is. */
    EntityTag tag() {
        var beside = (state == OfferState.PROPOSED ? "" : state.name()) + (handedOver ? "+" : "");
        return ETags.of(version, beside);
    }

    static OfferResponse of(Offer offer, Instant now) {
        var terms = offer.terms();
        var basis = offer.basis();
        var state = offer.at(now);
        return new OfferResponse(
                offer.id(),
                offer.version(),
                offer.kind(),
                state,
                terms.uzovi(),
                terms.agb(),
                terms.startsOn(),
                terms.expiresAt(),
                terms.tariffSeries(),
                terms.textVersion(),
                basis.rho(),
                basis.region(),
                basis.regioplanVersionId(),
                basis.regioplanContentHash(),
                offer.proposedAt(),
                offer.handedOver(),
                offer.replaces().orElse(null),
                offer.closing().map(Closing::at).orElse(state == OfferState.EXPIRED ? terms.expiresAt() : null),
                offer.closing().flatMap(Closing::reason).orElse(null));
    }
}
