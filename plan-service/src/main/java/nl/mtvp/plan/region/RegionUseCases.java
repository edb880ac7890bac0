package nl.mtvp.plan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.RegionNotFound;
import nl.mtvp.plan.region.domain.Rho;

/** Registers RHOs, their regions and hubs, and who is the preferent insurer in each. */
@ApplicationScoped
public class RegionUseCases {

    private final RegionRepository regions;
    private final Clock clock;

    RegionUseCases(RegionRepository regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    @Transactional
    public void register(Rho rho, Actor actor) {
        regions.add(rho, actor, clock.instant());
    }

    @Transactional
    public void register(Region region, Actor actor) {
        regions.add(region, actor, clock.instant());
    }

    @Transactional
    public void addHub(String region, String name, Actor actor) {
        regions.take(region);
        regions.addHub(region, name, actor, clock.instant());
    }

    @Transactional
    public void becomePreferent(String region, Uzovi uzovi, Actor actor) {
        regions.take(region);
        regions.addPreferentInsurer(region, uzovi, actor, clock.instant());
    }

    @Transactional
    public Region region(String code) {
        return regions.withCode(code).orElseThrow(() -> new RegionNotFound(code));
    }

    @Transactional
    public List<Rho> rhos(String after, int limit) {
        return regions.rhos(after, limit);
    }

    @Transactional
    public List<Region> regions(String rho, String after, int limit) {
        return regions.regions(rho, after, limit);
    }

    @Transactional
    public List<String> hubs(String region, String after, int limit) {
        region(region);
        return regions.hubs(region, after, limit);
    }

    @Transactional
    public List<Uzovi> preferentInsurers(String region, String after, int limit) {
        region(region);
        return regions.preferentInsurers(region, after, limit);
    }
}
