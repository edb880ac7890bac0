package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Acceptance;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.Notice.Kind;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferLife;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.domain.OfferStep;
import nl.mtvp.contract.offer.domain.PortalAnswer;
import nl.mtvp.contract.offer.domain.PortalAnswer.Signatory;
import nl.mtvp.contract.offer.domain.Signed;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Kvk;
import org.jboss.logging.Logger;

/** Ends offers that were handed to the portal, by what it says, and by what it does not say for too long (D25). */
@ApplicationScoped
public class PortalAnswerUseCases {

    /** How far the portal's clock may be ahead of ours. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private static final int BATCH = 500;
    private static final Logger LOG = Logger.getLogger(PortalAnswerUseCases.class);

    private final OfferRepository offers;
    private final PracticeRepository practices;
    private final Conclusions conclusions;
    private final Notices notices;
    private final Clock clock;

    PortalAnswerUseCases(
            OfferRepository offers,
            PracticeRepository practices,
            Conclusions conclusions,
            Notices notices,
            Clock clock) {
        this.offers = offers;
        this.practices = practices;
        this.conclusions = conclusions;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Applies what the portal says; joins the transaction that keeps its message. Twice is once.
     *
     * @param client the portal's name in its token
     * @param expiresAt of the version that the answer is about
     * @throws nl.mtvp.kernel.failure.DomainFailure if it does not fit what is known: then nothing happened
     */
    @Transactional
    public void apply(PortalAnswer answer, String client, Instant expiresAt) {
        var now = clock.instant();
        if (answer.closedAt().isAfter(now.plus(AHEAD_MAX))) {
            throw OfferRefused.notApplicable("in-the-future", "it says that this happened at " + answer.closedAt());
        }
        var offer = locked(answer.offerId()).inVersion(answer.offerVersion(), expiresAt);
        var turned = offer.after(answer.kind().step(), answer.closedAt(), Optional.ofNullable(answer.reason()));
        if (turned != offer) {
            turn(turned, answer, client, now);
        }
    }

    /**
     * Writes down, on any replica, which offers are past their expiry: the portal is asked about those it has. Tells
     * whether there may be more.
     */
    @Transactional
    public boolean expire() {
        var now = clock.instant();
        var past = offers.claimPastExpiry(now, BATCH);
        var turned = past.stream()
                .map(offer -> offer.after(OfferStep.EXPIRE, now, Optional.empty()))
                .toList();
        turned.forEach(offer -> offers.turn(offer, null));
        notices.send(
                turned.stream()
                        .filter(offer -> offer.recorded() == OfferState.EXPIRING)
                        .map(offer -> Notice.of(Kind.EXPIRY_REQUEST, offer))
                        .toList(),
                now);
        return past.size() == BATCH;
    }

    /** Gives up waiting for the portal's word on an offer, if it was silent for so long (D25). */
    @Transactional
    public void giveUpWaiting(UUID offerId, Instant lastContactAt) {
        var now = clock.instant();
        if (!OfferLife.isSilentFor(lastContactAt, now)) {
            return;
        }
        var offer = locked(offerId);
        var turned = offer.after(OfferStep.GIVE_UP_WAITING, now, Optional.empty());
        if (turned != offer) {
            offers.turn(turned, null);
            LOG.infof("offer %s is %s: no contact since %s", offerId, turned.recorded(), lastContactAt);
        }
    }

    private Offer locked(UUID id) {
        return offers.locked(id, Visibility.EVERYTHING).orElseThrow(() -> OfferRefused.notFound(id));
    }

    private void turn(Offer turned, PortalAnswer answer, String client, Instant now) {
        var signatory = answer.signatory();
        if (signatory == null) {
            offers.turn(turned, client);
            return;
        }
        var kvk = enterprise(turned, signatory);
        if (turned.recorded() == OfferState.ACCEPTED) {
            answer.affirmations().requireAll();
            var signature = new Signature(signatory.subject(), client, answer.closedAt());
            var signed = Signed.inPortal(signature, signatory.name(), answer.messageId());
            conclusions.conclude(
                    turned, new Acceptance(answer.affirmations(), answer.othersMayFollow(), signed), kvk, now);
        } else {
            offers.turn(turned, signatory.subject());
        }
    }

    /** The enterprise of the practice, for which alone somebody may sign (D26). */
    private Kvk enterprise(Offer offer, Signatory signatory) {
        var agb = offer.terms().agb();
        var kvk = practices.withCodes(Set.of(agb)).get(agb).enterprise().kvk();
        if (!kvk.equals(signatory.kvk())) {
            throw OfferRefused.notApplicable(
                    "signatory-of-another-enterprise",
                    "signed for enterprise " + signatory.kvk() + ", but practice " + agb + " belongs to " + kvk
                            + " (D26)");
        }
        return kvk;
    }
}
