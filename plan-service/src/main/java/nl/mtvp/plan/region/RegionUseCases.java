package nl.mtvp.plan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.db.AffiliationRepository;
import nl.mtvp.plan.region.db.HubRepository;
import nl.mtvp.plan.region.db.PracticeRepository;
import nl.mtvp.plan.region.db.PreferentInsurerRepository;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.db.RhoRepository;
import nl.mtvp.plan.region.domain.Affiliation;
import nl.mtvp.plan.region.domain.Hub;
import nl.mtvp.plan.region.domain.Move;
import nl.mtvp.plan.region.domain.Practice;
import nl.mtvp.plan.region.domain.PreferentInsurer;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.RegionRefused;
import nl.mtvp.plan.region.domain.Rho;

/**
 * Registers RHOs, their regions and hubs, and who is the preferent insurer in each. Takes the RHO's word for which practices a
 * region has, with how many ION each (D5, D18), and lets practices move.
 */
@ApplicationScoped
@Transactional
public class RegionUseCases {

    private final RhoRepository rhos;
    private final RegionRepository regions;
    private final HubRepository hubs;
    private final PreferentInsurerRepository insurers;
    private final PracticeRepository practices;
    private final AffiliationRepository affiliations;
    private final Clock clock;

    RegionUseCases(
            RhoRepository rhos,
            RegionRepository regions,
            HubRepository hubs,
            PreferentInsurerRepository insurers,
            PracticeRepository practices,
            AffiliationRepository affiliations,
            Clock clock) {
        this.rhos = rhos;
        this.regions = regions;
        this.hubs = hubs;
        this.insurers = insurers;
        this.practices = practices;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    public Rho registerRho(String code, String name, Kvk kvk, Actor actor) {
        return rhos.add(new Rho(code, name, kvk, actor.at(clock.instant())));
    }

    public Region registerRegion(String code, String name, String rho, Actor actor) {
        return regions.add(new Region(code, name, rho, actor.at(clock.instant())));
    }

    public Hub addHub(String region, String name, Actor actor) {
        take(region);
        return hubs.add(new Hub(region, name, actor.at(clock.instant())));
    }

    public PreferentInsurer becomePreferent(String region, Uzovi uzovi, Actor actor) {
        take(region);
        return insurers.add(new PreferentInsurer(region, uzovi, actor.at(clock.instant())));
    }

    public Region region(String code) {
        return regions.findByCode(code).orElseThrow(() -> RegionRefused.notFound(code));
    }

    public Page<Rho> rhos(PageRequest asked) {
        return rhos.list(asked);
    }

    public Page<Region> regions(String rho, PageRequest asked) {
        return regions.list(rho, asked);
    }

    public Page<Hub> hubs(String region, PageRequest asked) {
        region(region);
        return hubs.list(region, asked);
    }

    public Page<PreferentInsurer> preferentInsurers(String region, PageRequest asked) {
        region(region);
        return insurers.list(region, asked);
    }

    /**
     * Declares practices, new ones and known ones again; all of the lines or none. A frozen pool keeps the ION of its
     * freeze.
     */
    public void declare(String region, List<Practice> lines, Actor actor) {
        take(region);
        var today = LocalDate.now(clock);
        Practice.check(region, lines, hubs.names(region), practices.places(lines, today));
        var declared = actor.at(clock.instant());
        var added = practices.add(lines, declared);
        affiliations.begin(
                region,
                lines.stream().filter(line -> added.contains(line.agb())).toList(),
                declared);
        int taken = practices.declare(region, lines, today, declared);
        if (taken != lines.size()) {
            // Another region registered one in between: it is visible by now, and is named.
            Practice.check(region, lines, hubs.names(region), practices.places(lines, today));
            throw new IllegalStateException("a practice was neither taken nor found elsewhere");
        }
    }

    public Page<Practice> practices(String region, Visibility visibility, PageRequest asked) {
        region(region);
        return practices.list(region, LocalDate.now(clock), visibility, asked);
    }

    /** Both regions' turns are taken, so a freeze sees the practice either here or there. */
    public Affiliation move(Move move, Actor actor) {
        practices.locked(move.agb()).orElseThrow(() -> RegionRefused.practiceNotFound(move.agb()));
        var last = affiliations.last(move.agb());
        move.requireToFollow(last, LocalDate.now(clock));
        var region = regions.findByCode(move.region())
                .orElseThrow(() -> RegionRefused.unknownHub(move.region(), move.hub()));
        Stream.of(last.region(), move.region()).distinct().sorted().forEach(this::take);
        return affiliations.move(move, region, last, actor.at(clock.instant()));
    }

    public Page<Affiliation> affiliations(Agb agb, Visibility visibility, PageRequest asked) {
        var places = affiliations.list(agb, visibility, asked);
        if (places.rows().isEmpty() && asked.cursor() == null) {
            throw RegionRefused.practiceNotFound(agb);
        }
        return places;
    }

    /** Takes a region's turn to change. */
    private void take(String region) {
        regions.locked(region).orElseThrow(() -> RegionRefused.notFound(region));
    }
}
