package nl.mtvp.payment.statement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Condition;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.Statement.StatementQuery;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Statements: the sums that each posting of a run wrote beside its entries (D52). */
@ApplicationScoped
public class StatementRepository {

    private static final String STATEMENT =
            """
            select s.posting_id, p.run_id, s.uzovi, s.creditor, s.agb, s.rho, r.quarter, s.lines, s.cents as total,
                   p.booked_at, p.number as posting_number, encode(p.digest, 'hex') as digest,
                   encode(p.previous_head, 'hex') as previous_head, encode(p.head, 'hex') as head, t.remittance,
                   t.execution_on
            from statement s
            join posting p on p.id = s.posting_id
            join payment_run r on r.id = p.run_id
            left join lateral (
                select o.remittance, o.execution_on from payout o join payout_line l on l.payout_id = o.id
                where o.uzovi = s.uzovi and o.basis >= p.number and o.approved_at <= :knownAt and l.account_id is not null
                  and l.creditor = 'creditor:' || s.uzovi || ':' || s.creditor
                order by o.basis limit 1) t on true
            """;

    private static final Order<Statement> BY_BOOKING = Order.by("s.posting_id", Uuids::of, Statement::postingId)
            .then("s.creditor", String::valueOf, Statement::creditor);

    private final Sql sql;

    StatementRepository(Sql sql) {
        this.sql = sql;
    }

    public Page<Statement> list(StatementQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        var wanted = new Filters()
                .and(visible(visibility))
                .and("p.booked_at <= :knownAt", "knownAt", knownAt)
                .and("s.uzovi = :uzovi", "uzovi", asked.uzovi())
                .and("s.agb = :agb", "agb", asked.agb())
                .and("s.rho = :rho", "rho", asked.rho())
                .and("r.quarter = :quarter", "quarter", asked.quarter());
        return BY_BOOKING.page(sql, STATEMENT, wanted, page, ConstructorMapper.of(Statement.class));
    }

    /** @param knownAt up to when it is told how it was paid */
    public Optional<Statement> find(UUID run, String creditor, Instant knownAt, Visibility visibility) {
        var wanted = new Filters()
                .and("p.run_id = :run", "run", run)
                .and("s.creditor = :creditor", "creditor", creditor)
                .and(visible(visibility))
                .with("knownAt", knownAt);
        return sql.query(STATEMENT + wanted.where())
                .bindMap(wanted.parameters())
                .map(ConstructorMapper.of(Statement.class))
                .findOne();
    }

    /** The canonical lines of the posting's entries that are the creditor's own (D48). */
    public List<String> canonicalLines(Statement statement) {
        return sql.query(
                        """
                        select rtrim(canonical_line(e), chr(10)) from ledger_entry e
                        where e.posting_id = :posting and e.creditor = :account order by e.number
                        """)
                .bind("posting", statement.postingId())
                .bind("account", statement.account())
                .mapTo(String.class)
                .list();
    }

    private static Condition visible(Visibility visibility) {
        return visibility.of(Map.of(Owner.INSURER, "s.uzovi", Owner.PRACTICE, "s.agb", Owner.RHO, "s.rho"));
    }
}
