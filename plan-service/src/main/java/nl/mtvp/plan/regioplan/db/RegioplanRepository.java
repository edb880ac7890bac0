package nl.mtvp.plan.regioplan.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import nl.mtvp.plan.regioplan.domain.RegioplanRefused;

/** Keeps regioplannen. An RHO sees its own, an insurer those on which it decides or decided. */
@ApplicationScoped
public class RegioplanRepository implements PanacheRepositoryBase<RegioplanRow, UUID> {

    private static final String FROM = "from Regioplan p";
    private static final Order<RegioplanRow> BY_ID = Order.by("p.id", Uuids::of, row -> row.id);

    public void add(Regioplan plan, Deed created) {
        persist(RegioplanRow.of(plan, created));
        Violations.translating(Map.of("a_region_has_one_regioplan", RegioplanRefused::regionHasRegioplan), this::flush);
    }

    /** Takes the plan's turn to change: until this transaction ends, nobody else has it. */
    public void lock(UUID id) {
        find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
    }

    public Optional<Regioplan> find(UUID id, Visibility visibility) {
        var wanted = new Filters().and("p.id = :id", "id", id).and(Sight.ofPlans(visibility));
        return find(FROM + " " + wanted.where(), wanted.parameters())
                .singleResultOptional()
                .map(RegioplanRow::plan);
    }

    /** Oldest first. @param region or null for all */
    public Page<Regioplan> list(String region, Visibility visibility, PageRequest asked) {
        var wanted = new Filters().and(Sight.ofPlans(visibility)).and(":region member of p.regions", "region", region);
        return BY_ID.page(this, FROM, wanted, asked).map(RegioplanRow::plan);
    }

    /** The version that is in force for a region, if it has an approved one. */
    public Optional<UUID> findVersionInForce(String region) {
        return find(
                        """
                        select v.id from RegioplanVersion v join v.regioplan.regions r
                        where r = ?1 and v.state = APPROVED
                        """,
                        region)
                .project(UUID.class)
                .singleResultOptional();
    }
}
