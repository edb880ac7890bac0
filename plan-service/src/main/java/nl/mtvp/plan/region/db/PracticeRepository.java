package nl.mtvp.plan.region.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.region.domain.Practice;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;

/** Keeps the practices of regions. */
@ApplicationScoped
public class PracticeRepository {

    private final Sql sql;

    PracticeRepository(Sql sql) {
        this.sql = sql;
    }

    /** Where practices of these codes belong on a day: region, slash, hub. */
    public Map<Agb, String> places(List<Practice> practices, LocalDate day) {
        return sql
                .query("select agb, region || '/' || hub as place from practices_on(:day) where agb = any(:agbs)")
                .bind("day", day)
                .bind("agbs", agbs(practices))
                .map((row, context) -> Map.entry(new Agb(row.getString("agb")), row.getString("place")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The RHO to which a practice is bound on a day (D5), if one declared it. */
    public Optional<String> rho(Agb agb, LocalDate day) {
        return sql.query(
                        """
                        select r.rho from practices_on(:day) p join region r on r.code = p.region where p.agb = :agb
                        """)
                .bind("day", day)
                .bind("agb", agb)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Adds practices, or declares names and ION of those that have their place here on the day.
     *
     * @return how many were taken: fewer than given when another region registered one at the same time
     */
    public int declare(String region, List<Practice> practices, LocalDate day, Actor actor, Instant now) {
        declaring(
                        """
                        with added as (
                            insert into practice (agb, name, ion, declared_at, declared_by)
                            select agb, name, ion, :now, :actor from unnest(:agbs, :names, :ions) as line (agb, name, ion)
                            order by agb
                            on conflict (agb) do nothing
                            returning agb)
                        insert into affiliation (agb, region, hub, valid, recorded_at, recorded_by)
                        select agb, :region, hub, daterange(null, null), :now, :actor
                        from added join unnest(:agbs, :hubs) as line (agb, hub) using (agb)
                        """,
                        region,
                        practices,
                        actor,
                        now)
                .execute();
        return declaring(
                        """
                        update practice p set name = line.name, ion = line.ion, declared_at = :now, declared_by = :actor
                        from unnest(:agbs, :names, :hubs, :ions) as line (agb, name, hub, ion)
                        join affiliation a on a.agb = line.agb and a.hub = line.hub
                            and a.region = :region and a.valid @> cast(:day as date)
                        where p.agb = line.agb
                        """,
                        region,
                        practices,
                        actor,
                        now)
                .bind("day", day)
                .execute();
    }

    private Update declaring(String sql, String region, List<Practice> practices, Actor actor, Instant now) {
        return this.sql
                .update(sql)
                .bind("region", region)
                .bind("now", now)
                .bind("actor", actor.subject())
                .bind("agbs", agbs(practices))
                .bind("names", practices.stream().map(Practice::name).toArray(String[]::new))
                .bind("hubs", practices.stream().map(Practice::hub).toArray(String[]::new))
                .bind("ions", practices.stream().map(Practice::ion).toArray(Long[]::new));
    }

    private static String[] agbs(List<Practice> practices) {
        return practices.stream().map(practice -> practice.agb().code()).toArray(String[]::new);
    }

    /** Those of a region on a day that are visible: to the RHO, to the practice itself, to the region's preferent insurers. */
    public List<Practice> visible(String region, LocalDate day, Visibility visibility, String after, int limit) {
        var owner = visibility.of(Map.of(Owner.RHO, "r.rho", Owner.PRACTICE, "p.agb"));
        var negotiator = visibility.of(Map.of(Owner.INSURER, "i.uzovi"));
        var parameters = new HashMap<>(owner.parameters());
        parameters.putAll(negotiator.parameters());
        return sql.query(
                        """
                        select p.agb, p.name, p.hub, p.ion from practices_on(:day) p join region r on r.code = p.region
                        where p.region = :region and (cast(:after as text) is null or p.agb > :after)
                          and (<owner> or exists (
                              select from preferent_insurer i where i.region = p.region and <negotiator>))
                        order by p.agb limit :limit
                        """)
                .define("owner", owner.sql())
                .define("negotiator", negotiator.sql())
                .bindMap(parameters)
                .bind("day", day)
                .bind("region", region)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Practice.class))
                .list();
    }
}
