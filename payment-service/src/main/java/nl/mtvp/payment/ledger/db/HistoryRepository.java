package nl.mtvp.payment.ledger.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.time.Dates;
import nl.mtvp.payment.ledger.domain.Chain.Recomputed;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import nl.mtvp.payment.ledger.domain.LedgerEntry;
import nl.mtvp.payment.ledger.domain.Posting;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.postgresql.copy.CopyOut;

/** The history of entries and seals, page by page, and whether they are what was sealed (D47, D48, D54). */
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

    private static final String LINES =
            """
            copy (select number, to_char(quarter, 'YYYY-"Q"Q'), cause, component, debit, credit, cents, uzovi, agb,
                         contract_id, line_id
                  from ledger_entry where posting_id = '%s' order by number)
            to stdout with (format text, delimiter '|', null '-')
            """;

    /** Entries that differ from the lines of the run that they book: another copy of the same amounts. */
    private static final String DEVIATING =
            """
            select coalesce(a.number, b.number) as number
            from (select row_number() over (order by l.contract_id, l.quarter, p.number) as number, l.uzovi, l.agb,
                         l.contract_id, l.quarter, p.cause, p.component, l.id as line_id, p.cents as amount, abs(p.cents) as cents,
                         case when p.cents > 0 then 'scheme:' || l.uzovi else c.creditor end as debit,
                         case when p.cents > 0 then c.creditor else 'scheme:' || l.uzovi end as credit
                  from payment_line l join payment_part p on p.line_id = l.id
                  left join payment_line before on before.id = l.previous_line_id
                  cross join lateral (select 'creditor:' || l.uzovi || case p.component
                      when 'PRACTICE' then ':agb:' || l.agb
                      else ':rho:' || coalesce(l.facts -> 'share' ->> 'rho', before.facts -> 'share' ->> 'rho')
                      end as creditor) c
                  where l.run_id = :run) b
            full join (select * from ledger_entry where posting_id = :posting) a on a.number = b.number
            where (a.uzovi, a.agb, a.contract_id, a.quarter, a.cause, a.component, a.line_id, a.cents, a.debit, a.credit)
                is distinct from
                (b.uzovi, b.agb, b.contract_id, b.quarter, b.cause, b.component, b.line_id, b.cents, b.debit, b.credit)
            order by 1 limit :limit
            """;

    /** Postings that entries of an insurer name and that are not there; by the primary key, not by all entries. */
    private static final String UNSEALED =
            """
            with recursive named as (
                (select posting_id, uzovi from ledger_entry order by posting_id, number limit 1)
                union all
                select n.posting_id, n.uzovi from named cross join lateral (
                    select e.posting_id, e.uzovi from ledger_entry e where e.posting_id > named.posting_id
                    order by e.posting_id, e.number limit 1) n)
            select posting_id from named
            where uzovi = :uzovi and not exists (select from posting p where p.id = posting_id)
            """;

    private final Sql sql;

    HistoryRepository(Sql sql) {
        this.sql = sql;
    }

    public Page<LedgerEntry> listEntries(EntryQuery asked, Instant knownAt, Visibility visibility, PageRequest page) {
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

    public Page<Posting> listPostings(Uzovi uzovi, Instant knownAt, Visibility visibility, PageRequest page) {
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

    /**
     * Digests a posting's entries anew (D48). COPY writes them as their canonical lines, which are hashed here as they
     * come: a digest that the database does not compute itself, in memory that does not grow with the ledger.
     */
    public Recomputed recompute(Posting posting) {
        try {
            return sql.copy(copy -> recomputed(posting, copy.copyOut(LINES.formatted(posting.id()))));
        } catch (SQLException failure) {
            throw new IllegalStateException("the entries of posting " + posting.id() + " cannot be read", failure);
        }
    }

    private static Recomputed recomputed(Posting posting, CopyOut lines) throws SQLException {
        var digest = Digests.sha256();
        long entries = 0;
        Long misplaced = null;
        for (var line = lines.readFromCopy(); line != null; line = lines.readFromCopy()) {
            digest.update(line);
            entries++;
            if (misplaced == null && number(line) != entries) {
                misplaced = entries;
            }
        }
        return new Recomputed(posting, entries, Digests.hex(digest.digest()), misplaced);
    }

    /** What stands before the first bar. */
    private static long number(byte[] line) {
        long number = 0;
        for (int at = 0; line[at] != '|'; at++) {
            number = number * 10 + line[at] - '0';
        }
        return number;
    }

    public List<Long> deviating(Posting posting, int limit) {
        if (posting.runId() == null) {
            return List.of();
        }
        return sql.query(DEVIATING)
                .bind("run", posting.runId())
                .bind("posting", posting.id())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    public List<UUID> unsealed(Uzovi uzovi) {
        return sql.query(UNSEALED).bind("uzovi", uzovi).mapTo(UUID.class).list();
    }
}
