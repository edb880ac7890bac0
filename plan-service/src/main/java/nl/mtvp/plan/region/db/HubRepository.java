package nl.mtvp.plan.region.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.region.domain.Hub;
import nl.mtvp.plan.region.domain.RegionRefused;

/** Keeps the hubs of regions. */
@ApplicationScoped
public class HubRepository implements PanacheRepositoryBase<Hub, Hub.Key> {

    private static final Order<Hub> BY_NAME = Order.by("name", String::valueOf, Hub::name);

    public Hub add(Hub hub) {
        persist(hub);
        Violations.translating(
                Map.of("one_hub_per_name", () -> RegionRefused.hubExists(hub.region(), hub.name())), this::flush);
        return hub;
    }

    public Page<Hub> list(String region, PageRequest asked) {
        return BY_NAME.page(this, new Filters().and("region = :region", "region", region), asked);
    }

    public Set<String> names(String region) {
        return list("region", region).stream().map(Hub::name).collect(Collectors.toSet());
    }
}
