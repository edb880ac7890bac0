package nl.mtvp.contract.offer;

import jakarta.enterprise.context.ApplicationScoped;
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
import nl.mtvp.contract.offer.domain.OfferNotFound;
import nl.mtvp.contract.offer.domain.OfferProposed;
import nl.mtvp.contract.offer.domain.Outcome;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Events;
import nl.mtvp.kernel.feed.NewEvent;
import org.jdbi.v3.core.Handle;

/** Makes offers, one or many at once, and shows them (D24, D25, D28). */
@ApplicationScoped
public class OfferUseCases {

    private final Transactions transactions;
    private final OfferRepository offers;
    private final Standings standings;
    private final Notices notices;
    private final Events events;
    private final Clock clock;

    OfferUseCases(
            Transactions transactions,
            OfferRepository offers,
            Standings standings,
            Notices notices,
            Events events,
            Clock clock) {
        this.transactions = transactions;
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
    public List<Outcome> propose(List<Proposal> proposals, Actor actor) {
        return transactions.run(tx -> {
            var now = clock.instant();
            var judged = judged(tx, proposals, now);
            var possible =
                    judged.stream().flatMap(outcome -> outcome.offer().stream()).toList();
            var added = offers.add(tx, possible, actor.subject());
            var made = possible.stream().filter(added::contains).toList();
            events.publish(tx, eventsOf(made), now);
            notices.send(
                    tx, made.stream().map(offer -> Notice.of(Kind.OFFER, offer)).toList(), now);
            return judged.stream()
                    .map(outcome -> outcome.offer()
                            .filter(offer -> !added.contains(offer))
                            .map(offer -> Outcome.notYet(List.of(OfferNeeds.openOffer(offer.terms()))))
                            .orElse(outcome))
                    .toList();
        });
    }

    /** @throws OfferNotFound if it is not there for who asks */
    public Offer withId(UUID id, Visibility visibility) {
        return transactions.run(tx -> offers.withId(tx, id, visibility)).orElseThrow(() -> new OfferNotFound(id));
    }

    public List<Offer> after(OfferFilter filter, Visibility visibility, UUID after, int limit) {
        return transactions.run(tx -> offers.after(tx, filter, visibility, clock.instant(), after, limit));
    }

    private List<Outcome> judged(Handle tx, List<Proposal> proposals, Instant now) {
        var pairs = new HashSet<>(proposals.stream().map(Proposal::pair).toList());
        offers.lapse(tx, pairs, now);
        var known = standings.of(tx, pairs);
        var cameToNothing = offers.lastThatCameToNothing(tx, pairs);
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
