package nl.mtvp.plan.regioplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.regioplan.domain.RegionHasRegioplan;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import org.jdbi.v3.core.mapper.RowMapper;

/** Keeps regioplannen. An RHO sees its own, an insurer those on which it decides or decided. */
@ApplicationScoped
public class RegioplanRepository {

    private static final RowMapper<Regioplan> PLAN = (row, context) -> new Regioplan(
            row.getObject("id", UUID.class), row.getString("rho"), row.getString("title"), List.of((String[])
                    row.getArray("regions").getArray()));

    private final Sql sql;

    RegioplanRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Regioplan plan, Actor actor, Instant now) {
        sql.update(
                        """
                        insert into regioplan (id, rho, title, created_at, created_by)
                        values (:id, :rho, :title, :now, :actor)
                        """)
                .bind("id", plan.id())
                .bind("rho", plan.rho())
                .bind("title", plan.title())
                .bind("now", now)
                .bind("actor", actor.subject())
                .execute();
        Violations.translated(Map.of("a_region_has_one_regioplan", RegionHasRegioplan::new), () -> sql.update(
                        """
                        insert into regioplan_region (regioplan_id, region)
                        select :id, region from unnest(:regions) as region order by region
                        """)
                .bind("id", plan.id())
                .bind("regions", plan.regions().toArray(String[]::new))
                .execute());
    }

    /** Takes the plan's turn to change: until this transaction ends, nobody else has it. */
    public void take(UUID id) {
        sql.update("update regioplan set version = version + 1 where id = :id")
                .bind("id", id)
                .execute();
    }

    public Optional<Regioplan> visible(UUID id, Visibility visibility) {
        var visible = Sight.ofPlans(visibility);
        return sql.query(
                        """
                        select p.id, p.rho, p.title,
                               array(select region from regioplan_region where regioplan_id = p.id order by region)
                                   as regions
                        from regioplan p where p.id = :id and <visible>
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(PLAN)
                .findOne();
    }

    public List<Regioplan> visible(String region, Visibility visibility, UUID after, int limit) {
        var visible = Sight.ofPlans(visibility);
        return sql.query(
                        """
                        select p.id, p.rho, p.title,
                               array(select region from regioplan_region where regioplan_id = p.id order by region)
                                   as regions
                        from regioplan p
                        where <visible> and (cast(:after as uuid) is null or p.id > :after)
                          and (cast(:region as text) is null or exists (
                              select from regioplan_region r where r.regioplan_id = p.id and r.region = :region))
                        order by p.id limit :limit
                        """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("region", region)
                .bind("after", after)
                .bind("limit", limit)
                .map(PLAN)
                .list();
    }

    /** The version that is in force for a region, if it has an approved one. */
    public Optional<UUID> versionInForce(String region) {
        return sql.query(
                        """
                        select v.id from regioplan_region r
                        join regioplan_version v on v.regioplan_id = r.regioplan_id and v.state = 'APPROVED'
                        where r.region = :region
                        """)
                .bind("region", region)
                .mapTo(UUID.class)
                .findOne();
    }
}
