package nl.mtvp.plan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.plan.region.db.PracticeRepository;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.Practice;
import nl.mtvp.plan.region.domain.PracticeLines;
import nl.mtvp.plan.region.domain.RegionNotFound;

/** Takes the RHO's word for which practices a region has, and how many ION each (D5, D18). */
@ApplicationScoped
public class PracticeUseCases {

    private final RegionRepository regions;
    private final PracticeRepository practices;
    private final Clock clock;

    PracticeUseCases(RegionRepository regions, PracticeRepository practices, Clock clock) {
        this.regions = regions;
        this.practices = practices;
        this.clock = clock;
    }

    /**
     * Declares practices, new ones and known ones again; all of the lines or none. A frozen pool keeps the ION of its
     * freeze.
     */
    @Transactional
    public void declare(String region, List<Practice> lines, Actor actor) {
        regions.take(region);
        var today = LocalDate.now(clock);
        PracticeLines.check(region, lines, hubs(region), practices.places(lines, today));
        int taken = practices.declare(region, lines, today, actor, clock.instant());
        if (taken != lines.size()) {
            // Another region registered one in between: it is visible by now, and is named.
            PracticeLines.check(region, lines, hubs(region), practices.places(lines, today));
            throw new IllegalStateException("a practice was neither taken nor found elsewhere");
        }
    }

    @Transactional
    public List<Practice> visible(String region, Visibility visibility, String after, int limit) {
        regions.withCode(region).orElseThrow(() -> new RegionNotFound(region));
        return practices.visible(region, LocalDate.now(clock), visibility, after, limit);
    }

    private Set<String> hubs(String region) {
        return new HashSet<>(regions.hubs(region, null, Integer.MAX_VALUE));
    }
}
