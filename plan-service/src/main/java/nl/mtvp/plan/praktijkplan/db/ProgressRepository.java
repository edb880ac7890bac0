package nl.mtvp.plan.praktijkplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.plan.praktijkplan.domain.Progress;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps what practices tell of their progress (D13). */
@ApplicationScoped
public class ProgressRepository {

    private final Sql sql;

    ProgressRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(UUID plan, Progress progress, Actor actor) {
        sql.update(
                        """
                        insert into praktijkplan_progress (id, praktijkplan_id, code, stage, observed_on, description,
                            recorded_at, recorded_by)
                        values (:id, :plan, :code, :stage, :observedOn, :description, :recordedAt, :actor)
                        """)
                .bindMethods(progress)
                .bind("plan", plan)
                .bind("actor", actor.subject())
                .execute();
    }

    /** In the order in which it was recorded. */
    public List<Progress> entries(UUID plan, UUID after, int limit) {
        return sql.query(
                        """
                        select id, code, stage, observed_on, description, recorded_at from praktijkplan_progress
                        where praktijkplan_id = :plan and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """)
                .bind("plan", plan)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Progress.class))
                .list();
    }
}
