package nl.mtvp.payment.ledger.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
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
import nl.mtvp.kernel.time.Dates;
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

    private static final String FROM_ENTRIES = COLUMNS + "from ledger_entry e join posting p on p.id = e.posting_id";

    /**
     * Each posting gives a page at most, by its primary key; the first that fill the page are all that is read. So the
     * place after which a page begins is looked for inside already.
     */
    private static final String FROM_POSTINGS = COLUMNS
            + """
            from (select * from posting p where true%s%s order by p.booked_at, p.id) p
            cross join lateral (
                select * from ledger_entry e where e.posting_id = p.id%s%s order by e.number limit :limit) e
            """;

    private static final Order<LedgerEntry> BY_BOOKING = Order.by("p.booked_at", Dates::moment, LedgerEntry::bookedAt)
            .then("p.id", Uuids::of, LedgerEntry::postingId)
            .then("e.number", Long::valueOf, LedgerEntry::number);

    private static final Order<Posting> BY_PLACE =
            Order.by("p.uzovi", Uzovi::new, Posting::uzovi).then("p.number", Long::valueOf, Posting::number);

    private final Sql sql;

    HistoryRepository(Sql sql) {
        this.sql = sql;
    }

    public Page<LedgerEntry> entries(EntryQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
        var selection = Selection.of(asked, knownAt, visibility);
        var wanted = new Filters();
        selection.parameters().forEach(wanted::with);
        var mapper = ConstructorMapper.of(LedgerEntry.class);
        if (selection.fromEntries()) {
            wanted.and("true" + selection.entries() + selection.postings());
            return BY_BOOKING.page(sql, FROM_ENTRIES, wanted, page, mapper);
        }
        boolean goesOn = page.cursor() != null;
        var select = FROM_POSTINGS.formatted(
                selection.postings(),
                goesOn ? " and (p.booked_at, p.id) >= (:after0, :after1)" : "",
                selection.entries(),
                goesOn ? " and e.number > case when p.id = :after1 then :after2 else 0 end" : "");
        return BY_BOOKING.page(sql, select, wanted, page, mapper);
    }

    public Page<Posting> postings(Uzovi uzovi, Instant knownAt, Visibility visibility, PageRequest page) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.INSURER, "p.uzovi")))
                .and("p.booked_at <= :knownAt", "knownAt", knownAt)
                .and("p.uzovi = :uzovi", "uzovi", uzovi);
        return BY_PLACE.page(sql, POSTING, wanted, page, ConstructorMapper.of(Posting.class));
    }

    /** An insurer's seals, in the order of their numbers. */
    public List<Posting> chain(Uzovi uzovi) {
        return sql.query(POSTING + " where p.uzovi = :uzovi order by p.number")
                .bind("uzovi", uzovi)
                .map(ConstructorMapper.of(Posting.class))
                .list();
    }
}
