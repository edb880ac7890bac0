package nl.mtvp.plan.region.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.RegionRefused;

/** Keeps regions, and whose turn it is to change something of them. */
@ApplicationScoped
public class RegionRepository implements PanacheRepositoryBase<Region, String> {

    private static final Order<Region> BY_CODE = Order.by("code", String::valueOf, Region::code);

    private final Sql sql;

    RegionRepository(Sql sql) {
        this.sql = sql;
    }

    public Region add(Region region) {
        persist(region);
        Violations.translating(
                Map.of(
                        "one_region_per_code", () -> RegionRefused.exists(region.code()),
                        "region_rho_fkey", () -> RegionRefused.rhoNotRegistered(region.rho())),
                this::flush);
        return region;
    }

    /**
     * Takes the region's turn to change: until this transaction ends, nobody else has it. One statement raises the
     * version and locks the row; no entity has the version, so none is stale.
     *
     * @return its code, if there is such a region
     */
    public Optional<String> locked(String code) {
        return sql.execute("update region set version = version + 1 where code = ?", code) == 0
                ? Optional.empty()
                : Optional.of(code);
    }

    public Optional<Region> findByCode(String code) {
        return findByIdOptional(code);
    }

    /** @param rho only its regions, or null for all */
    public Page<Region> list(String rho, PageRequest asked) {
        return BY_CODE.page(this, new Filters().and("rho = :rho", "rho", rho), asked);
    }

    /** Which of these are regions, with their RHO. */
    public List<Region> withCodes(Collection<String> codes) {
        return list("code in ?1 order by code", codes);
    }
}
