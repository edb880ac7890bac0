package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.Notice.Kind;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferExtended;
import nl.mtvp.contract.offer.domain.OfferNotOpen;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;

/** Keeps open offers open for longer (D25). */
@ApplicationScoped
public class ExtensionUseCases {

    private final OfferRepository offers;
    private final Notices notices;
    private final Events events;
    private final Clock clock;

    ExtensionUseCases(OfferRepository offers, Notices notices, Events events, Clock clock) {
        this.offers = offers;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves an offer's expiry on, as a new version of the offer.
     *
     * @param seen refuses a version that is not the one which the caller has seen
     * @throws OfferNotOpen if it was closed, or lapsed, before
     * @throws InvalidInput if the expiry is not later than it was
     */
    @Transactional
    public Offer extend(UUID offerId, Instant expiresAt, IntConsumer seen, Visibility visibility, Actor actor) {
        var offer = offers.locked(offerId, visibility).orElseThrow(() -> OfferRefused.notFound(offerId));
        seen.accept(offer.version());
        var now = clock.instant();
        var extended = offer.extendedUntil(expiresAt, now);
        offers.extend(offer, extended, Signatures.of(actor, now));
        var told = new NewEvent(OfferExtended.TYPE, offerId.toString(), OfferExtended.of(extended));
        events.publish(told, now);
        notices.send(List.of(Notice.of(Kind.EXTENSION, extended)), now);
        return extended;
    }
}
