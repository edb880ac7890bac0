package nl.mtvp.plan.praktijkplan.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.praktijkplan.domain.Progress;

/** Keeps what practices tell of their progress (D13). */
@ApplicationScoped
public class ProgressRepository implements PanacheRepositoryBase<ProgressRow, UUID> {

    private static final Order<ProgressRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    public void add(UUID plan, Progress progress, Actor actor) {
        persist(ProgressRow.of(plan, progress, actor));
    }

    /** In the order in which it was recorded. */
    public Page<Progress> list(UUID plan, PageRequest asked) {
        var wanted = new Filters().and("praktijkplanId = :plan", "plan", plan);
        return BY_ID.page(this, wanted, asked).map(row -> row.progress);
    }
}
