package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** What the feed tells of an offer that stays open for longer (D25). */
public record OfferExtended(UUID offerId, Uzovi uzovi, Agb agb, Integer version, Instant expiresAt) {

    public static final String TYPE = "nl.mtvp.offer-extended.v1";

    public static OfferExtended of(Offer offer) {
        var terms = offer.terms();
        return new OfferExtended(offer.id(), terms.uzovi(), terms.agb(), offer.version(), terms.expiresAt());
    }
}
