package nl.mtvp.payment.ledger.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.domain.EntryPosition;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import nl.mtvp.payment.ledger.domain.LedgerEntry;
import nl.mtvp.payment.ledger.domain.Posting;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The history of entries and seals, page by page (D47, D48, D54). */
@ApplicationScoped
public class HistoryRepository {

    private static final String POSTING =
            """
            select p.id, p.uzovi, p.number, p.kind, p.run_id, r.quarter, p.entries, encode(p.digest, 'hex') as digest,
                   encode(p.previous_head, 'hex') as previous_head, encode(p.head, 'hex') as head, p.booked_at
            from posting p left join payment_run r on r.id = p.run_id
            """;

    private static final String COLUMNS =
            """
            select e.posting_id, p.number as posting_number, e.number, p.booked_at, p.run_id, e.line_id, e.uzovi, e.agb,
                   e.contract_id, e.quarter, e.cause, e.component, e.debit, e.credit, e.cents as transferred, e.amount
            """;

    private static final String FROM_ENTRIES = COLUMNS
            + """
            from ledger_entry e join posting p on p.id = e.posting_id
            where true <entries> <postings> <after>
            order by p.booked_at, p.id, e.number limit :limit
            """;

    /** Each posting gives a page at most, by its primary key; the first that fill the page are all that is read. */
    private static final String FROM_POSTINGS = COLUMNS
            + """
            from (select * from posting p where true <postings> <afterPosting> order by p.booked_at, p.id) p
            cross join lateral (
                select * from ledger_entry e
                where e.posting_id = p.id <entries> <afterEntry> order by e.number limit :limit) e
            order by p.booked_at, p.id, e.number limit :limit
            """;

    private final Sql sql;

    HistoryRepository(Sql sql) {
        this.sql = sql;
    }

    public List<LedgerEntry> entries(EntryQuery asked, EntryPosition after, int limit, Visibility visibility) {
        var selection = Selection.of(asked, visibility);
        var query = sql.query(selection.fromEntries() ? FROM_ENTRIES : FROM_POSTINGS)
                .define("postings", selection.postings())
                .define("entries", selection.entries())
                .define("after", "")
                .define("afterPosting", "")
                .define("afterEntry", "")
                .bindMap(selection.parameters())
                .bind("limit", limit);
        if (after != null) {
            query.define("after", "and (p.booked_at, p.id, e.number) > (:afterBookedAt, :afterPosting, :afterNumber)")
                    .define("afterPosting", "and (p.booked_at, p.id) >= (:afterBookedAt, :afterPosting)")
                    .define("afterEntry", "and (p.id <> :afterPosting or e.number > :afterNumber)")
                    .bind("afterPosting", after.postingId())
                    .bind("afterBookedAt", after.bookedAt())
                    .bind("afterNumber", after.number());
        }
        return query.map(ConstructorMapper.of(LedgerEntry.class)).list();
    }

    public List<Posting> postings(Uzovi uzovi, Instant knownAt, UUID after, int limit, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "p.uzovi"));
        var filters = new Filters()
                .and("p.uzovi = :uzovi", "uzovi", uzovi)
                .and(
                        "(p.uzovi, p.number) > (select a.uzovi, a.number from posting a where a.id = :after)",
                        "after",
                        after);
        return sql.query(
                        POSTING
                                + " where <visible> and p.booked_at <= :knownAt <filters> order by p.uzovi, p.number limit :limit")
                .define("visible", visible.sql())
                .define("filters", filters.sql())
                .bindMap(visible.parameters())
                .bindMap(filters.parameters())
                .bind("knownAt", knownAt)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Posting.class))
                .list();
    }

    /** An insurer's seals, in the order of their numbers. */
    public List<Posting> chain(Uzovi uzovi) {
        return sql.query(POSTING + " where p.uzovi = :uzovi order by p.number")
                .bind("uzovi", uzovi)
                .map(ConstructorMapper.of(Posting.class))
                .list();
    }
}
