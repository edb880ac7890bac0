package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** What the feed tells of an offer that was made. */
public record OfferProposed(UUID offerId, Uzovi uzovi, Agb agb, OfferKind kind, LocalDate startsOn, Instant expiresAt) {

    public static final String TYPE = "nl.mtvp.offer-proposed.v1";

    public static OfferProposed of(Offer offer) {
        var terms = offer.terms();
        return new OfferProposed(
                offer.id(), terms.uzovi(), terms.agb(), offer.kind(), terms.startsOn(), terms.expiresAt());
    }
}
