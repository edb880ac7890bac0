package nl.mtvp.plan.praktijkplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.praktijkplan.domain.PracticeNotRegistered;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanExists;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps praktijkplannen. A practice sees its own, an RHO those of its regions. */
@ApplicationScoped
public class PraktijkplanRepository {

    private static final String SELECT =
            """
            select k.id, k.agb, p.region, g.rho
            from praktijkplan k join practice p on p.agb = k.agb join region g on g.code = p.region
            """;

    public void add(Handle tx, UUID id, Agb agb, Actor actor, Instant now) {
        Map<String, Supplier<? extends DomainFailure>> failures = Map.of(
                "a_practice_has_one_praktijkplan",
                PraktijkplanExists::new,
                "praktijkplan_agb_fkey",
                () -> new PracticeNotRegistered(agb));
        Violations.translated(failures, () -> tx.createUpdate(
                        """
                        insert into praktijkplan (id, agb, created_at, created_by) values (:id, :agb, :now, :actor)
                        """)
                .bind("id", id)
                .bind("agb", agb)
                .bind("now", now)
                .bind("actor", actor.subject())
                .execute());
    }

    /** Takes the practice's turn to change its plan: until this transaction ends, nobody else has it. */
    public void take(Handle tx, Agb agb) {
        tx.createQuery("select agb from practice where agb = :agb for no key update")
                .bind("agb", agb)
                .mapTo(String.class)
                .one();
    }

    public Optional<Praktijkplan> visible(Handle tx, UUID id, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "k.agb"));
        return tx.createQuery(SELECT + "where k.id = :id and <visible>")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(ConstructorMapper.of(Praktijkplan.class))
                .findOne();
    }

    /** By id. @param agb or null; @param region or null */
    public List<Praktijkplan> visible(Handle tx, Agb agb, String region, Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "k.agb"));
        return tx.createQuery(
                        SELECT
                                + """
                          where <visible> and (cast(:agb as text) is null or k.agb = :agb)
                            and (cast(:region as text) is null or p.region = :region)
                            and (cast(:after as uuid) is null or k.id > :after)
                          order by k.id limit :limit
                          """)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bindByType("agb", agb, Agb.class)
                .bind("region", region)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Praktijkplan.class))
                .list();
    }
}
