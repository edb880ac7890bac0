package nl.mtvp.plan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.region.db.AffiliationRepository;
import nl.mtvp.plan.region.db.PracticeRepository;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.Affiliation;
import nl.mtvp.plan.region.domain.Move;
import nl.mtvp.plan.region.domain.RegionRefused;

/** Lets practices move, and shows where they were, are and will be (D5). */
@ApplicationScoped
@Transactional
public class AffiliationUseCases {

    private final PracticeRepository practices;
    private final RegionRepository regions;
    private final AffiliationRepository affiliations;
    private final Clock clock;

    AffiliationUseCases(
            PracticeRepository practices, RegionRepository regions, AffiliationRepository affiliations, Clock clock) {
        this.practices = practices;
        this.regions = regions;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    /** Both regions' turns are taken, so a freeze sees the practice either here or there. */
    public Affiliation move(Move move, Actor actor) {
        practices.take(move.agb());
        var last = affiliations.last(move.agb());
        move.requireToFollow(last, LocalDate.now(clock));
        var region =
                regions.withCode(move.region()).orElseThrow(() -> RegionRefused.unknownHub(move.region(), move.hub()));
        Stream.of(last.region(), move.region()).distinct().sorted().forEach(regions::take);
        return affiliations.move(move, region, last, actor, clock.instant());
    }

    public Page<Affiliation> affiliations(Agb agb, Visibility visibility, PageRequest asked) {
        var places = affiliations.visible(agb, visibility, asked);
        if (places.rows().isEmpty() && asked.cursor() == null) {
            throw RegionRefused.practiceNotFound(agb);
        }
        return places;
    }
}
