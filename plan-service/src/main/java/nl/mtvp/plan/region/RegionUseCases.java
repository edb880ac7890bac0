package nl.mtvp.plan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.db.HubRepository;
import nl.mtvp.plan.region.db.PreferentInsurerRepository;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.db.RhoRepository;
import nl.mtvp.plan.region.domain.Hub;
import nl.mtvp.plan.region.domain.PreferentInsurer;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.RegionRefused;
import nl.mtvp.plan.region.domain.Rho;

/** Registers RHOs, their regions and hubs, and who is the preferent insurer in each. */
@ApplicationScoped
@Transactional
public class RegionUseCases {

    private final RhoRepository rhos;
    private final RegionRepository regions;
    private final HubRepository hubs;
    private final PreferentInsurerRepository insurers;
    private final Clock clock;

    RegionUseCases(
            RhoRepository rhos,
            RegionRepository regions,
            HubRepository hubs,
            PreferentInsurerRepository insurers,
            Clock clock) {
        this.rhos = rhos;
        this.regions = regions;
        this.hubs = hubs;
        this.insurers = insurers;
        this.clock = clock;
    }

    public Rho registerRho(String code, String name, Kvk kvk, Actor actor) {
        var rho = new Rho(code, name, kvk, clock.instant(), actor.subject());
        rhos.add(rho);
        return rho;
    }

    public Region registerRegion(String code, String name, String rho, Actor actor) {
        var region = new Region(code, name, rho, clock.instant(), actor.subject());
        regions.add(region);
        return region;
    }

    public void addHub(String region, String name, Actor actor) {
        regions.take(region);
        hubs.add(new Hub(region, name, clock.instant(), actor.subject()));
    }

    public void becomePreferent(String region, Uzovi uzovi, Actor actor) {
        regions.take(region);
        insurers.add(new PreferentInsurer(region, uzovi, clock.instant(), actor.subject()));
    }

    public Region region(String code) {
        return regions.withCode(code).orElseThrow(() -> RegionRefused.notFound(code));
    }

    public Page<Rho> rhos(PageRequest asked) {
        return rhos.rhos(asked);
    }

    public Page<Region> regions(String rho, PageRequest asked) {
        return regions.regions(rho, asked);
    }

    public Page<Hub> hubs(String region, PageRequest asked) {
        region(region);
        return hubs.hubs(region, asked);
    }

    public Page<PreferentInsurer> preferentInsurers(String region, PageRequest asked) {
        region(region);
        return insurers.preferentInsurers(region, asked);
    }
}
