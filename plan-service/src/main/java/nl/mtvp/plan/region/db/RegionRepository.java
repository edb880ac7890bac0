package nl.mtvp.plan.region.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.region.domain.HubExists;
import nl.mtvp.plan.region.domain.InsurerIsPreferent;
import nl.mtvp.plan.region.domain.Region;
import nl.mtvp.plan.region.domain.RegionExists;
import nl.mtvp.plan.region.domain.RegionNotFound;
import nl.mtvp.plan.region.domain.Rho;
import nl.mtvp.plan.region.domain.RhoExists;
import nl.mtvp.plan.region.domain.RhoNotRegistered;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps RHOs, their regions, and the hubs and preferent insurers of these. */
@ApplicationScoped
public class RegionRepository {

    private final Sql sql;

    RegionRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Rho rho, Actor actor, Instant now) {
        Violations.translated(Map.of("one_rho_per_code", () -> new RhoExists(rho.code())), () -> sql.update(
                        """
                        insert into rho (code, name, kvk, registered_at, registered_by)
                        values (:code, :name, :kvk, :now, :actor)
                        """)
                .bindMethods(rho)
                .bind("now", now)
                .bind("actor", actor.subject())
                .execute());
    }

    public void add(Region region, Actor actor, Instant now) {
        Map<String, Supplier<? extends DomainFailure>> failures = Map.of(
                "one_region_per_code", () -> new RegionExists(region.code()),
                "region_rho_fkey", () -> new RhoNotRegistered(region.rho()));
        Violations.translated(failures, () -> sql.update(
                        """
                        insert into region (code, name, rho, registered_at, registered_by)
                        values (:code, :name, :rho, :now, :actor)
                        """)
                .bindMethods(region)
                .bind("now", now)
                .bind("actor", actor.subject())
                .execute());
    }

    public void addHub(String region, String name, Actor actor, Instant now) {
        Violations.translated(Map.of("one_hub_per_name", () -> new HubExists(region, name)), () -> sql.update(
                        """
                        insert into hub (region, name, registered_at, registered_by)
                        values (:region, :name, :now, :actor)
                        """)
                .bind("region", region)
                .bind("name", name)
                .bind("now", now)
                .bind("actor", actor.subject())
                .execute());
    }

    public void addPreferentInsurer(String region, Uzovi uzovi, Actor actor, Instant now) {
        Violations.translated(
                Map.of("an_insurer_is_preferent_once", () -> new InsurerIsPreferent(region, uzovi)), () -> sql.update(
                                """
                                insert into preferent_insurer (region, uzovi, declared_at, declared_by)
                                values (:region, :uzovi, :now, :actor)
                                """)
                        .bind("region", region)
                        .bind("uzovi", uzovi)
                        .bind("now", now)
                        .bind("actor", actor.subject())
                        .execute());
    }

    /** Takes the region's turn to change: until this transaction ends, nobody else has it. */
    public Region take(String code) {
        return sql.query("update region set version = version + 1 where code = :code returning code, name, rho")
                .bind("code", code)
                .map(ConstructorMapper.of(Region.class))
                .findOne()
                .orElseThrow(() -> new RegionNotFound(code));
    }

    public Optional<Region> withCode(String code) {
        return sql.query("select code, name, rho from region where code = :code")
                .bind("code", code)
                .map(ConstructorMapper.of(Region.class))
                .findOne();
    }

    public List<Region> regions(String rho, String after, int limit) {
        return sql.query(
                        """
                        select code, name, rho from region
                        where (cast(:rho as text) is null or rho = :rho)
                          and (cast(:after as text) is null or code > :after)
                        order by code limit :limit
                        """)
                .bind("rho", rho)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Region.class))
                .list();
    }

    public List<Rho> rhos(String after, int limit) {
        return sql.query(
                        """
                        select code, name, kvk from rho where cast(:after as text) is null or code > :after
                        order by code limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Rho.class))
                .list();
    }

    public List<String> hubs(String region, String after, int limit) {
        return sql.query(
                        """
                        select name from hub where region = :region and (cast(:after as text) is null or name > :after)
                        order by name limit :limit
                        """)
                .bind("region", region)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    public List<Uzovi> preferentInsurers(String region, String after, int limit) {
        return sql.query(
                        """
                        select uzovi from preferent_insurer
                        where region = :region and (cast(:after as text) is null or uzovi > :after)
                        order by uzovi limit :limit
                        """)
                .bind("region", region)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Uzovi.class)
                .list();
    }

    /** Which of these are regions, with their RHO. */
    public List<Region> withCodes(Collection<String> codes) {
        return sql.query("select code, name, rho from region where code = any(:codes) order by code")
                .bind("codes", codes.toArray(String[]::new))
                .map(ConstructorMapper.of(Region.class))
                .list();
    }

    /** The preferent insurers of these regions; a region without any is not among the keys. */
    public Map<String, List<Uzovi>> preferentInsurers(Collection<String> regions) {
        return sql
                .query("select region, uzovi from preferent_insurer where region = any(:regions) order by uzovi")
                .bind("regions", regions.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString("region"), new Uzovi(row.getString("uzovi"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
