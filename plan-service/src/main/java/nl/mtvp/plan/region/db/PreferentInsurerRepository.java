package nl.mtvp.plan.region.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.domain.PreferentInsurer;
import nl.mtvp.plan.region.domain.RegionRefused;

/** Keeps which insurers negotiate where (D6). */
@ApplicationScoped
public class PreferentInsurerRepository implements PanacheRepositoryBase<PreferentInsurer, PreferentInsurer.Key> {

    private static final Order<PreferentInsurer> BY_UZOVI = Order.by("uzovi", Uzovi::new, PreferentInsurer::uzovi);

    public PreferentInsurer add(PreferentInsurer insurer) {
        persist(insurer);
        Violations.translating(
                Map.of(
                        "an_insurer_is_preferent_once",
                        () -> RegionRefused.insurerIsPreferent(insurer.region(), insurer.uzovi())),
                this::flush);
        return insurer;
    }

    public Page<PreferentInsurer> list(String region, PageRequest asked) {
        return BY_UZOVI.page(this, new Filters().and("region = :region", "region", region), asked);
    }

    /** The preferent insurers of these regions; a region without any is not among the keys. */
    public Map<String, List<Uzovi>> preferentInsurers(Collection<String> regions) {
        return list("region in ?1 order by uzovi", regions).stream()
                .collect(Collectors.groupingBy(
                        PreferentInsurer::region,
                        TreeMap::new,
                        Collectors.mapping(PreferentInsurer::uzovi, Collectors.toList())));
    }
}
