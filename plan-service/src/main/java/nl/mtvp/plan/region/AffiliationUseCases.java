package nl.mtvp.plan.region;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.region.db.AffiliationRepository;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.Affiliation;
import nl.mtvp.plan.region.domain.Move;
import nl.mtvp.plan.region.domain.PracticeNotFound;
import nl.mtvp.plan.region.domain.UnknownHub;

/** Lets practices move, and shows where they were, are and will be (D5). */
@ApplicationScoped
public class AffiliationUseCases {

    private final Transactions transactions;
    private final RegionRepository regions;
    private final AffiliationRepository affiliations;
    private final Clock clock;

    AffiliationUseCases(
            Transactions transactions, RegionRepository regions, AffiliationRepository affiliations, Clock clock) {
        this.transactions = transactions;
        this.regions = regions;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    /** Both regions' turns are taken, so a freeze sees the practice either here or there. */
    public Affiliation move(Move move, Actor actor) {
        return transactions.run(tx -> {
            affiliations.take(tx, move.agb());
            var last = affiliations.last(tx, move.agb());
            move.requireToFollow(last, LocalDate.now(clock));
            regions.withCode(tx, move.region()).orElseThrow(() -> new UnknownHub(move.region(), move.hub()));
            Stream.of(last.region(), move.region()).distinct().sorted().forEach(region -> regions.take(tx, region));
            affiliations.move(tx, move, last, actor, clock.instant());
            return affiliations.last(tx, move.agb());
        });
    }

    public List<Affiliation> affiliations(Agb agb, Visibility visibility, String after, int limit) {
        var places = transactions.run(tx -> affiliations.visible(tx, agb, visibility, after, limit));
        if (places.isEmpty() && after == null) {
            throw new PracticeNotFound(agb);
        }
        return places;
    }
}
