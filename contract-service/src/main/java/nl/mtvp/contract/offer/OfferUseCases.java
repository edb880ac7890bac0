package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import nl.mtvp.contract.agreement.domain.AgreementUnarranged;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractMade;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Acceptance;
import nl.mtvp.contract.offer.domain.Affirmations;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.Notice.Kind;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferExtended;
import nl.mtvp.contract.offer.domain.OfferFilter;
import nl.mtvp.contract.offer.domain.OfferNeeds;
import nl.mtvp.contract.offer.domain.OfferProposed;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.contract.offer.domain.OfferState;
import nl.mtvp.contract.offer.domain.OfferStep;
import nl.mtvp.contract.offer.domain.Outcome;
import nl.mtvp.contract.offer.domain.Pair;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.contract.offer.domain.Signed;
import nl.mtvp.contract.offer.domain.Standing;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;

/**
 * Makes offers, one or many at once, keeps them open for longer, and takes the answers to them: acceptance of the minimum
 * hurdle (D26, D27), refusal, and withdrawal (D24, D25, D28).
 */
@ApplicationScoped
public class OfferUseCases {

    private static final String OVERTAKEN = "another contract of this insurer and practice came about";

    private final OfferRepository offers;
    private final Standings standings;
    private final Notices notices;
    private final Events events;
    private final PracticeRepository practices;
    private final Conclusions conclusions;
    private final Clock clock;

    OfferUseCases(
            OfferRepository offers,
            Standings standings,
            Notices notices,
            Events events,
            PracticeRepository practices,
            Conclusions conclusions,
            Clock clock) {
        this.offers = offers;
        this.standings = standings;
        this.notices = notices;
        this.events = events;
        this.practices = practices;
        this.conclusions = conclusions;
        this.clock = clock;
    }

    /**
     * Makes an offer of each proposal that can become one, in one transaction and a fixed number of statements, and
     * says of each what became of it, in the order given.
     */
    @Transactional
    public List<Outcome> propose(List<Proposal> proposals, Actor actor) {
        var now = clock.instant();
        var judged = judged(proposals, now);
        var possible =
                judged.stream().flatMap(outcome -> outcome.offer().stream()).toList();
        var added = offers.add(possible, actor.subject());
        var made = possible.stream().filter(added::contains).toList();
        events.publish(eventsOf(made), now);
        notices.send(made.stream().map(offer -> Notice.of(Kind.OFFER, offer)).toList(), now);
        return judged.stream()
                .map(outcome -> outcome.offer()
                        .filter(offer -> !added.contains(offer))
                        .map(offer -> Outcome.notYet(List.of(OfferNeeds.openOffer(offer.terms()))))
                        .orElse(outcome))
                .toList();
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public Offer withId(UUID id, Visibility visibility) {
        return offers.find(id, visibility).orElseThrow(() -> OfferRefused.notFound(id));
    }

    @Transactional
    public Page<Offer> list(OfferFilter filter, Visibility visibility, PageRequest asked) {
        return offers.list(filter, visibility, clock.instant(), asked);
    }

    /**
     * Accepts an offer: the contract, its certificate and the event are one transaction.
     *
     * @param othersMayFollow whether the practice lets other insurers follow (D30)
     * @throws OfferRefused if a condition is not affirmed
     * @throws OfferRefused if it was answered before, or lapsed
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
     * @throws OfferRefused if it was answered before, or lapsed, or is in the portal's hands
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
     * @throws OfferRefused if it was answered before, or lapsed, or is being withdrawn
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

    /**
     * Moves an offer's expiry on, as a new version of the offer.
     *
     * @param seen refuses a version that is not the one which the caller has seen
     * @throws OfferRefused if it was closed, or lapsed, before
     * @throws InvalidInput if the expiry is not later than it was
     */
    @Transactional
    public Offer extend(UUID offerId, Instant expiresAt, IntConsumer seen, Visibility visibility, Actor actor) {
        var offer = locked(offerId, visibility);
        seen.accept(offer.version());
        var now = clock.instant();
        var extended = offer.extendedUntil(expiresAt, now);
        offers.extend(offer, extended, Signatures.of(actor, now));
        var told = new NewEvent(OfferExtended.TYPE, offerId.toString(), OfferExtended.of(extended));
        events.publish(told, now);
        notices.send(List.of(Notice.of(Kind.EXTENSION, extended)), now);
        return extended;
    }

    /** Closes a pair's open offers in the transaction that makes its contract, in whichever way (D30); the portal is told. */
    @Transactional
    void overtake(@Observes ContractMade made) {
        var pair = new Pair(made.contract().uzovi(), made.contract().agb());
        var now = clock.instant();
        var told = new ArrayList<Notice>();
        for (var open : offers.lockedOpen(pair)) {
            var overtaken = open.after(OfferStep.OVERTAKE, now, Optional.of(OVERTAKEN));
            if (overtaken != open) {
                offers.turn(overtaken, null);
                if (open.handedOver()) {
                    told.add(Notice.withdrawal(overtaken, OVERTAKEN));
                }
            }
        }
        notices.send(List.copyOf(told), now);
    }

    private Offer locked(UUID id, Visibility visibility) {
        return offers.locked(id, visibility).orElseThrow(() -> OfferRefused.notFound(id));
    }

    private List<Outcome> judged(List<Proposal> proposals, Instant now) {
        var pairs = new HashSet<>(proposals.stream().map(Proposal::pair).toList());
        offers.lapse(pairs, now);
        var known = standings.of(pairs);
        var cameToNothing = offers.lastThatCameToNothing(pairs);
        return proposals.stream()
                .map(proposal -> {
                    var replaces = Optional.ofNullable(cameToNothing.get(proposal.pair()));
                    return judged(proposal, known.apply(proposal), replaces, now);
                })
                .toList();
    }

    private static Outcome judged(Proposal proposal, Standing standing, Optional<UUID> replaces, Instant now) {
        var wrong = proposal.faults(now);
        if (!wrong.isEmpty()) {
            return Outcome.impossible(wrong);
        }
        var missing = OfferNeeds.missing(proposal, standing);
        return missing.isEmpty()
                ? Outcome.made(Offer.proposed(Ids.at(now), proposal, standing.basis(), replaces, now))
                : Outcome.notYet(missing);
    }

    private static List<NewEvent> eventsOf(List<Offer> made) {
        return made.stream()
                .map(offer -> new NewEvent(OfferProposed.TYPE, offer.id().toString(), OfferProposed.of(offer)))
                .toList();
    }
}
