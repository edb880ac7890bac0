package nl.mtvp.plan.region;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.db.RegionRepository;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.RegionNotFound;
import nl.mtvp.plan.region.domain.Rho;

/** Registers RHOs, their regions and hubs, and who is the preferent insurer in each. */
@ApplicationScoped
public class RegionUseCases {

    private final Transactions transactions;
    private final RegionRepository regions;
    private final Clock clock;

    RegionUseCases(Transactions transactions, RegionRepository regions, Clock clock) {
        this.transactions = transactions;
        this.regions = regions;
        this.clock = clock;
    }

    public void register(Rho rho, Actor actor) {
        transactions.perform(tx -> regions.add(tx, rho, actor, clock.instant()));
    }

    public void register(Region region, Actor actor) {
        transactions.perform(tx -> regions.add(tx, region, actor, clock.instant()));
    }

    public void addHub(String region, String name, Actor actor) {
        transactions.perform(tx -> {
            regions.take(tx, region);
            regions.addHub(tx, region, name, actor, clock.instant());
        });
    }

    public void becomePreferent(String region, Uzovi uzovi, Actor actor) {
        transactions.perform(tx -> {
            regions.take(tx, region);
            regions.addPreferentInsurer(tx, region, uzovi, actor, clock.instant());
        });
    }

    public Region region(String code) {
        return transactions.run(tx -> regions.withCode(tx, code)).orElseThrow(() -> new RegionNotFound(code));
    }

    public List<Rho> rhos(String after, int limit) {
        return transactions.run(tx -> regions.rhos(tx, after, limit));
    }

    public List<Region> regions(String rho, String after, int limit) {
        return transactions.run(tx -> regions.regions(tx, rho, after, limit));
    }

    public List<String> hubs(String region, String after, int limit) {
        region(region);
        return transactions.run(tx -> regions.hubs(tx, region, after, limit));
    }

    public List<Uzovi> preferentInsurers(String region, String after, int limit) {
        region(region);
        return transactions.run(tx -> regions.preferentInsurers(tx, region, after, limit));
    }
}
