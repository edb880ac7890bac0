package nl.mtvp.plan.regioplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.OwedDecision;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads which decisions are owed over all regioplannen (D6). One statement for each page. */
@ApplicationScoped
public class OversightRepository {

    private static final Order<OwedDecision> BY_DAY = Order.by(
                    "v.decision_due_on", LocalDate::parse, OwedDecision::decisionDueOn)
            .then("v.id", Uuids::of, OwedDecision::versionId)
            .then("y.uzovi", Uzovi::new, OwedDecision::uzovi);

    private final Sql sql;

    OversightRepository(Sql sql) {
        this.sql = sql;
    }

    /** Which owed decisions; null is any. @param dueBefore only those that were due before this day */
    public record OwedFilter(Uzovi uzovi, String rho, LocalDate dueBefore) {}

    /** What is due first, first. */
    public Page<OwedDecision> owed(OwedFilter filter, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.RHO, "p.rho", Owner.INSURER, "y.uzovi")))
                .and("v.state = 'SUBMITTED'")
                .and("y.uzovi = :uzovi", "uzovi", filter.uzovi())
                .and("p.rho = :rho", "rho", filter.rho())
                .and("v.decision_due_on < :dueBefore", "dueBefore", filter.dueBefore())
                .and("not exists (select from regioplan_decision d where d.version_id = v.id and d.uzovi = y.uzovi)");
        return BY_DAY.page(
                sql,
                """
                select distinct v.decision_due_on, v.id as version_id, y.uzovi, v.regioplan_id, v.number, p.rho,
                       p.title, v.submitted_at
                from regioplan_version v
                join regioplan p on p.id = v.regioplan_id
                join regioplan_party y on y.version_id = v.id
                """,
                wanted,
                asked,
                ConstructorMapper.of(OwedDecision.class));
    }
}
