package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.AgreementUnarranged;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Acceptance;
import nl.mtvp.contract.offer.domain.Affirmations;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferNotOpen;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.domain.OfferStep;
import nl.mtvp.contract.offer.domain.Signed;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;

/** Takes the answers to offers: acceptance of the minimum hurdle (D26, D27), refusal, and withdrawal (D25). */
@ApplicationScoped
public class AnswerUseCases {

    private final OfferRepository offers;
    private final PracticeRepository practices;
    private final Conclusions conclusions;
    private final Notices notices;
    private final Clock clock;

    AnswerUseCases(
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
     * Accepts an offer: the contract, its certificate and the event are one transaction.
     *
     * @param othersMayFollow whether the practice lets other insurers follow (D30)
     * @throws OfferRefused if a condition is not affirmed
     * @throws OfferNotOpen if it was answered before, or lapsed
     * @throws OfferRefused if the practice is no longer admitted at or before the start (Choice: D24 says when an
     *     offer may be made; an admission that is withdrawn before the signature takes its ground away)
     * @throws AgreementUnarranged if it overlaps an existing agreement for which nothing is arranged (D32)
     * @throws ContractRefused if the pair has another contract on some of the same days
     */
    @Transactional
    public Contract accept(
            UUID offerId, Affirmations affirmations, boolean othersMayFollow, Visibility visibility, Actor signatory) {
        affirmations.requireAll();
        var offer = locked(offerId, visibility);
        var now = clock.instant();
        var accepted = offer.after(OfferStep.ACCEPT, now, Optional.empty());
        var agb = accepted.terms().agb();
        var kvk = practices.withCodes(Set.of(agb)).get(agb).enterprise().kvk();
        var signed = Signed.here(Signatures.of(signatory, now));
        return conclusions.conclude(accepted, new Acceptance(affirmations, othersMayFollow, signed), kvk, now);
    }

    /**
     * Refuses an offer for the practice.
     *
     * @throws OfferNotOpen if it was answered before, or lapsed, or is in the portal's hands
     */
    @Transactional
    public Offer refuse(UUID offerId, String reason, Visibility visibility, Actor signatory) {
        var offer = locked(offerId, visibility);
        var refused = offer.after(OfferStep.REFUSE, clock.instant(), Optional.of(reason));
        offers.turn(refused, signatory.subject());
        return refused;
    }

    /**
     * Withdraws an offer for the insurer: at once if the portal never had it, else the portal is asked to.
     *
     * @throws OfferNotOpen if it was answered before, or lapsed, or is being withdrawn
     */
    @Transactional
    public Offer withdraw(UUID offerId, String reason, Visibility visibility, Actor actor) {
        var offer = locked(offerId, visibility);
        var now = clock.instant();
        var withdrawn = offer.after(OfferStep.WITHDRAW, now, Optional.of(reason));
        offers.turn(withdrawn, actor.subject(), Optional.of(reason));
        if (withdrawn.recorded() == OfferState.WITHDRAWING) {
            notices.send(List.of(Notice.withdrawal(withdrawn, reason)), now);
        }
        return withdrawn;
    }

    private Offer locked(UUID offerId, Visibility visibility) {
        return offers.locked(offerId, visibility).orElseThrow(() -> OfferRefused.notFound(offerId));
    }
}
