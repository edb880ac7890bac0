package nl.mtvp.plan.praktijkplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan.InForce;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan.PraktijkplanFilter;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanRefused;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Keeps praktijkplannen. A practice sees its own, an RHO those of the practices that its regions have today: they are
 * kept by SQL, which knows where a practice is on a day.
 */
@ApplicationScoped
public class PraktijkplanRepository {

    private static final String SELECT =
            """
            select k.id, k.agb, p.region, g.rho, first.number as first_number, first.submitted_on as first_submitted_on,
                   second.number as second_number, second.submitted_on as second_submitted_on
            from praktijkplan k join practices_on(:today) p on p.agb = k.agb join region g on g.code = p.region
            left join praktijkplan_version first
                on first.praktijkplan_id = k.id and first.year = 1 and first.state = 'SUBMITTED'
            left join praktijkplan_version second
                on second.praktijkplan_id = k.id and second.year = 2 and second.state = 'SUBMITTED'
            """;

    private static final RowMapper<Praktijkplan> PLAN = (row, context) -> new Praktijkplan(
            row.getObject("id", UUID.class),
            new Agb(row.getString("agb")),
            row.getString("region"),
            row.getString("rho"),
            Stream.of(inForce(row, 1, "first"), inForce(row, 2, "second"))
                    .flatMap(Optional::stream)
                    .toList());

    private static final Order<Praktijkplan> BY_ID = Order.by("k.id", Uuids::of, Praktijkplan::id);

    private final Sql sql;

    PraktijkplanRepository(Sql sql) {
        this.sql = sql;
    }

    private static Optional<InForce> inForce(ResultSet row, int year, String version) throws SQLException {
        int number = row.getInt(version + "_number");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new InForce(year, number, row.getObject(version + "_submitted_on", LocalDate.class)));
    }

    public void add(UUID id, Agb agb, Deed created) {
        Violations.translated(
                Map.of(
                        "a_practice_has_one_praktijkplan",
                        PraktijkplanRefused::exists,
                        "praktijkplan_agb_fkey",
                        () -> PraktijkplanRefused.practiceNotRegistered(agb)),
                () -> sql.update(
                                """
                                insert into praktijkplan (id, agb, created_at, created_by)
                                values (:id, :agb, :at, :by)
                                """)
                        .bind("id", id)
                        .bind("agb", agb)
                        .bindMethods(created)
                        .execute());
    }

    /** Takes the practice's turn to change its plan: until this transaction ends, nobody else has it. */
    public void lock(Agb agb) {
        sql.query("select agb from practice where agb = :agb for no key update")
                .bind("agb", agb)
                .mapTo(String.class)
                .one();
    }

    public Optional<Praktijkplan> find(UUID id, LocalDate today, Visibility visibility) {
        var wanted = visibleOn(today, visibility).and("k.id = :id", "id", id);
        return sql.query(SELECT + wanted.where())
                .bindMap(wanted.parameters())
                .map(PLAN)
                .findOne();
    }

    /** By id. */
    public Page<Praktijkplan> list(
            PraktijkplanFilter filter, LocalDate today, Visibility visibility, PageRequest asked) {
        var wanted = visibleOn(today, visibility)
                .and("k.agb = :agb", "agb", filter.agb())
                .and("p.region = :region", "region", filter.region())
                .and(
                        "exists (select from praktijkplan_intervention i"
                                + " where i.version_id in (first.id, second.id) and i.code = :intervention)",
                        "intervention",
                        filter.intervention());
        return BY_ID.page(sql, SELECT, wanted, asked, PLAN);
    }

    private static Filters visibleOn(LocalDate today, Visibility visibility) {
        return new Filters()
                .and(visibility.of(Map.of(Owner.RHO, "g.rho", Owner.PRACTICE, "k.agb")))
                .with("today", today);
    }
}
