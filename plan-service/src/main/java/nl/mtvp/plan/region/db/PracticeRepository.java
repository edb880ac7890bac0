package nl.mtvp.plan.region.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.region.domain.Practice;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps the practices of regions. */
@ApplicationScoped
public class PracticeRepository {

    /** Where practices of these codes are registered: region, slash, hub. */
    public Map<Agb, String> places(Handle tx, List<Practice> practices) {
        return tx
                .createQuery("select agb, region || '/' || hub as place from practice where agb = any(:agbs)")
                .bind(
                        "agbs",
                        practices.stream()
                                .map(practice -> practice.agb().code())
                                .toArray(String[]::new))
                .map((row, context) -> Map.entry(new Agb(row.getString("agb")), row.getString("place")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Adds practices, or declares their names and ION anew.
     *
     * @return how many were taken: fewer than given when another region registered one at the same time
     */
    public int declare(Handle tx, String region, List<Practice> practices, Actor actor, Instant now) {
        return tx.createUpdate(
                        """
                        insert into practice (agb, name, region, hub, ion, declared_at, declared_by)
                        select agb, name, :region, hub, ion, :now, :actor
                        from unnest(:agbs, :names, :hubs, :ions) as line (agb, name, hub, ion)
                        order by agb
                        on conflict (agb) do update
                        set name = excluded.name, ion = excluded.ion, declared_at = excluded.declared_at,
                            declared_by = excluded.declared_by
                        where practice.region = excluded.region and practice.hub = excluded.hub
                        """)
                .bind("region", region)
                .bind("now", now)
                .bind("actor", actor.subject())
                .bind(
                        "agbs",
                        practices.stream()
                                .map(practice -> practice.agb().code())
                                .toArray(String[]::new))
                .bind("names", practices.stream().map(Practice::name).toArray(String[]::new))
                .bind("hubs", practices.stream().map(Practice::hub).toArray(String[]::new))
                .bind("ions", practices.stream().map(Practice::ion).toArray(Long[]::new))
                .execute();
    }

    /** Those of a region that are visible: to the RHO, to the practice itself, to the region's preferent insurers. */
    public List<Practice> visible(Handle tx, String region, Visibility visibility, String after, int limit) {
        var owner = visibility.of(Map.of(Owner.RHO, "r.rho", Owner.PRACTICE, "p.agb"));
        var negotiator = visibility.of(Map.of(Owner.INSURER, "i.uzovi"));
        var parameters = new HashMap<>(owner.parameters());
        parameters.putAll(negotiator.parameters());
        return tx.createQuery(
                        """
                        select p.agb, p.name, p.hub, p.ion from practice p join region r on r.code = p.region
                        where p.region = :region and (cast(:after as text) is null or p.agb > :after)
                          and (<owner> or exists (
                              select from preferent_insurer i where i.region = p.region and <negotiator>))
                        order by p.agb limit :limit
                        """)
                .define("owner", owner.sql())
                .define("negotiator", negotiator.sql())
                .bindMap(parameters)
                .bind("region", region)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Practice.class))
                .list();
    }

    /** All of a region. */
    public List<Practice> all(Handle tx, String region) {
        return visible(tx, region, Visibility.EVERYTHING, null, Integer.MAX_VALUE);
    }
}
