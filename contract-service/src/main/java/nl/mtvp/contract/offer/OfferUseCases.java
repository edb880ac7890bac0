package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.offer.db.OfferRepository;
import nl.mtvp.contract.offer.domain.Basis;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.Notice.Kind;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.OfferFilter;
import nl.mtvp.contract.offer.domain.OfferNeeds;
import nl.mtvp.contract.offer.domain.OfferProposed;
import nl.mtvp.contract.offer.domain.OfferRefused;
import nl.mtvp.contract.offer.domain.Outcome;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;

/** Makes offers, one or many at once, and shows them (D24, D25, D28). */
@ApplicationScoped
public class OfferUseCases {

    private final OfferRepository offers;
    private final Standings standings;
    private final Notices notices;
    private final Events events;
    private final Clock clock;

    OfferUseCases(OfferRepository offers, Standings standings, Notices notices, Events events, Clock clock) {
        this.offers = offers;
        this.standings = standings;
        this.notices = notices;
        this.events = events;
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
        return offers.withId(id, visibility).orElseThrow(() -> OfferRefused.notFound(id));
    }

    @Transactional
    public Page<Offer> list(OfferFilter filter, Visibility visibility, PageRequest asked) {
        return offers.list(filter, visibility, clock.instant(), asked);
    }

    private List<Outcome> judged(List<Proposal> proposals, Instant now) {
        var pairs = new HashSet<>(proposals.stream().map(Proposal::pair).toList());
        offers.lapse(pairs, now);
        var known = standings.of(pairs);
        var cameToNothing = offers.lastThatCameToNothing(pairs);
        var outcomes = new ArrayList<Outcome>();
        for (var proposal : proposals) {
            var wrong = proposal.faults(now);
            if (wrong.isEmpty()) {
                var standing = known.at(proposal);
                var missing = OfferNeeds.missing(proposal, standing);
                outcomes.add(
                        missing.isEmpty()
                                ? Outcome.made(Offer.proposed(
                                        Ids.at(now),
                                        proposal,
                                        Basis.of(standing),
                                        Optional.ofNullable(cameToNothing.get(proposal.pair())),
                                        now))
                                : Outcome.notYet(missing));
            } else {
                outcomes.add(Outcome.impossible(wrong));
            }
        }
        return outcomes;
    }

    private static List<NewEvent> eventsOf(List<Offer> made) {
        return made.stream()
                .map(offer -> new NewEvent(OfferProposed.TYPE, offer.id().toString(), OfferProposed.of(offer)))
                .toList();
    }
}
