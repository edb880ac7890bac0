package nl.mtvp.payment.ledger.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ContractQuarter.Key;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.ledger.domain.LedgerEntry.RunEntry;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.ledger.domain.Settlement;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/** The ledger in its tables: entries and their seals are added, never changed (D48). How they are read: {@link HistoryRepository}. */
@ApplicationScoped
public class LedgerRepository {

    private static final int BATCH = 1_000;

    private static final String DIGEST =
            "sha256(convert_to(coalesce(string_agg(canonical_line(e), '' order by e.number), ''), 'UTF8'))";

    private final Sql sql;

    LedgerRepository(Sql sql) {
        this.sql = sql;
    }

    /** What the entries of a posting come to. */
    public record Sum(long entries, long totalCents, String digest) {}

    /**
     * Books what an approved run proposes: one entry for each part, in the order of contract, quarter and cause. The RHO
     * of a share that is no more is that of the line before.
     */
    public void book(UUID posting, UUID run) {
        sql.update(
                        """
                        insert into ledger_entry (posting_id, number, uzovi, agb, contract_id, quarter, cause, component,
                            debit, credit, cents, line_id)
                        select :posting, row_number() over (order by contract_id, quarter, number), uzovi, agb, contract_id,
                               quarter, cause, component, case when cents > 0 then scheme else creditor end,
                               case when cents > 0 then creditor else scheme end, abs(cents), line_id
                        from (
                            select l.id as line_id, l.uzovi, l.agb, l.contract_id, l.quarter, p.number, p.cause,
                                   p.component, p.cents, 'scheme:' || l.uzovi as scheme,
                                   'creditor:' || l.uzovi || case p.component
                                       when 'PRACTICE' then ':agb:' || l.agb
                                       -- Of a share that is no more, who had it.
                                       else ':rho:' || coalesce(l.facts -> 'share' ->> 'rho',
                                           (select before.facts -> 'share' ->> 'rho' from payment_line before
                                            where before.id = l.previous_line_id)) end as creditor
                            from payment_line l join payment_part p on p.line_id = l.id
                            where l.run_id = :run
                            -- Facts are looked into before the rows are put in order, so that they need not go along.
                            offset 0) part
                        """)
                .bind("posting", posting)
                .bind("run", run)
                .execute();
    }

    /** Books settlements, in the order in which they are given: the first has number 1. */
    public void book(UUID posting, YearQuarter quarter, List<Settlement> settlements) {
        var batch = sql.batch(
                """
                insert into ledger_entry (posting_id, number, uzovi, agb, quarter, cause, debit, credit, cents)
                values (:posting, :number, :uzovi, :agb, :quarter, :cause, :debit, :credit, :transferredCents)
                """);
        long number = 0;
        for (var settlement : settlements) {
            number++;
            batch.bindMethods(settlement)
                    .bindMethods(settlement.creditor())
                    .bind("posting", posting)
                    .bind("number", number)
                    .bind("quarter", quarter)
                    .add();
            if (number % BATCH == 0) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Sums up what a run's entries come to for each creditor, and for each quarter and region (D52, D55). */
    public void sumUp(UUID posting, UUID run) {
        sql.query("select sum_up(:posting, :run)")
                .bind("posting", posting)
                .bind("run", run)
                .mapTo(String.class)
                .list();
    }

    /** What a posting's entries come to, with the digest over their canonical lines. */
    public Sum sum(UUID posting) {
        return sql.query("select count(*) as entries, coalesce(sum(e.amount), 0) as total_cents, encode(" + DIGEST
                        + ", 'hex') as digest from ledger_entry e where e.posting_id = :posting")
                .bind("posting", posting)
                .map(ConstructorMapper.of(Sum.class))
                .one();
    }

    /** The newest head of an insurer's chain, with its number; the one before the first when nothing is booked. */
    public Map.Entry<Long, String> head(Uzovi uzovi) {
        return sql.query(
                        """
                        select number, encode(head, 'hex') as head from posting
                        where uzovi = :uzovi order by number desc limit 1
                        """)
                .bind("uzovi", uzovi)
                .map((row, context) -> Map.entry(row.getLong("number"), row.getString("head")))
                .findOne()
                .orElse(Map.entry(0L, Chain.GENESIS));
    }

    public void seal(Posting posting) {
        var hex = HexFormat.of();
        sql.update(
                        """
                        insert into posting
                            (id, uzovi, number, kind, run_id, entries, digest, previous_head, head, booked_at)
                        values (:id, :uzovi, :number, :kind, :runId, :entries, :digestBytes, :previousHeadBytes, :headBytes,
                            :bookedAt)
                        """)
                .bindMethods(posting)
                .bind("digestBytes", hex.parseHex(posting.digest()))
                .bind("previousHeadBytes", hex.parseHex(posting.previousHead()))
                .bind("headBytes", hex.parseHex(posting.head()))
                .execute();
    }

    /**
     * The entries of a run about the contracts that follow each other, as a comparison writes them, in their order.
     *
     * @param after the contract before them; null from the first on
     * @param last null up to the last
     */
    public Map<Key, List<RunEntry>> ofRun(UUID run, UUID after, UUID last) {
        return sql.query(
                        """
                        select e.contract_id, e.quarter, e.cause, e.component, e.creditor, e.amount as cents
                        from posting p join ledger_entry e on e.posting_id = p.id
                        where p.run_id = :run
                          and (cast(:after as uuid) is null or e.contract_id > :after)
                          and (cast(:last as uuid) is null or e.contract_id <= :last)
                        order by e.number
                        """)
                .bind("run", run)
                .bind("after", after)
                .bind("last", last)
                .map((row, context) -> Map.entry(
                        key(row),
                        new RunEntry(
                                row.getString("cause"),
                                row.getString("component"),
                                row.getString("creditor"),
                                row.getLong("cents"))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** What is booked for contracts, per quarter and component; a quarter that nothing was ever booked for is absent. */
    public Map<Key, Amounts> booked(Collection<UUID> contracts, Instant knownAt) {
        return sql.query(
                        """
                        select e.contract_id, e.quarter,
                               coalesce(sum(e.amount) filter (where e.component = 'PRACTICE'), 0) as practice_cents,
                               coalesce(sum(e.amount) filter (where e.component = 'RHO'), 0) as rho_cents
                        from ledger_entry e join posting p on p.id = e.posting_id
                        where e.contract_id = any(:contracts) and p.booked_at <= :knownAt
                        group by e.contract_id, e.quarter
                        """)
                .bind("contracts", contracts.toArray(UUID[]::new))
                .bind("knownAt", knownAt)
                .map((row, context) ->
                        Map.entry(key(row), new Amounts(row.getLong("practice_cents"), row.getLong("rho_cents"))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getObject("contract_id", UUID.class),
                YearQuarter.from(row.getDate("quarter").toLocalDate()));
    }
}
