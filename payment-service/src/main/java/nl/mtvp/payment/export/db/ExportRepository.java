package nl.mtvp.payment.export.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.payment.export.domain.ExportQuery;
import nl.mtvp.payment.export.domain.ExportQuery.Exported;
import nl.mtvp.payment.export.domain.ExportQuery.ExportedChain;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Tells what stands in the tables, one JSON object a row, as known at a moment: read by a cursor, so that an export of
 * any size takes no memory (D54).
 */
@ApplicationScoped
public class ExportRepository {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String CHOSEN =
            "<visible> and (cast(:uzovi as text) is null or f.uzovi = :uzovi) and f.booked_at <= :knownAt";

    private static final String RUNS =
            """
            select row_to_json(r)::text from (
                select r.id, r.uzovi, to_char(r.quarter, 'YYYY-"Q"Q') as quarter, in_utc(r.cut_off) as "cutOffAt",
                       encode(r.proposal_hash, 'hex') as "proposalHash", r.made_by as "madeBy",
                       in_utc(r.made_at) as "madeAt", r.approved_by as "approvedBy",
                       in_utc(r.approved_at) as "approvedAt", in_utc(r.posted_at) as "postedAt"
                from posting f join payment_run r on r.id = f.run_id
                where %s order by f.uzovi, f.number) r
            """
                    .formatted(CHOSEN);

    private static final String POSTINGS =
            """
            select row_to_json(r)::text from (
                select f.id, f.uzovi, f.number, f.kind, f.run_id as "runId", f.entries,
                       encode(f.digest, 'hex') as digest, encode(f.previous_head, 'hex') as "previousHead",
                       encode(f.head, 'hex') as head, in_utc(f.booked_at) as "bookedAt"
                from posting f where %s order by f.uzovi, f.number) r
            """
                    .formatted(CHOSEN);

    private static final String LINES =
            """
            select row_to_json(r)::text from (
                select l.id, l.run_id as "runId", l.uzovi, l.contract_id as "contractId", l.agb,
                       to_char(l.quarter, 'YYYY-"Q"Q') as quarter, l.facts, l.due_practice as "duePractice",
                       l.due_rho as "dueRho", l.previous_line_id as "previousLineId", l.zero_reason as "zeroReason",
                       coalesce((select json_agg(json_build_object('cause', p.cause, 'component', p.component,
                           'cents', p.cents) order by p.number) from payment_part p where p.line_id = l.id), '[]')
                           as parts
                from payment_line l where l.run_id = :run order by l.contract_id, l.quarter) r
            """;

    private static final String ENTRIES =
            """
            select row_to_json(r)::text from (
                select e.posting_id as "postingId", e.number, to_char(e.quarter, 'YYYY-"Q"Q') as quarter, e.cause,
                       e.component, e.debit, e.credit, e.cents, e.uzovi, e.agb, e.contract_id as "contractId",
                       e.line_id as "lineId"
                from ledger_entry e where e.posting_id = :posting order by e.number) r
            """;

    private final Sql sql;

    ExportRepository(Sql sql) {
        this.sql = sql;
    }

    /** A posting, and the run that it books, if any. */
    private record Booked(UUID id, UUID runId) {}

    /** Each visible insurer that there is anything of, with the head of its chain. */
    public List<ExportedChain> chains(ExportQuery asked, Visibility visibility) {
        return about(
                        """
                        select f.uzovi, coalesce(p.number, 0) as postings,
                               coalesce(encode(p.head, 'hex'), repeat('0', 64)) as head
                        from (select uzovi from contract where lower(known) <= :knownAt
                              union select uzovi from tariff where lower(known) <= :knownAt
                              union select uzovi from ion_delivery where lower(known) <= :knownAt
                              union select uzovi from posting where booked_at <= :knownAt) f
                        left join lateral (
                            select number, head from posting where uzovi = f.uzovi and booked_at <= :knownAt
                            order by number desc limit 1) p on true
                        where <visible> and (cast(:uzovi as text) is null or f.uzovi = :uzovi)
                        order by f.uzovi
                        """,
                        asked,
                        visibility)
                .map(ConstructorMapper.of(ExportedChain.class))
                .list();
    }

    /** Hands over row by row, each a JSON object, in an order that is always the same. */
    public void tell(Exported data, ExportQuery asked, Visibility visibility, Consumer<String> sink) {
        switch (data) {
            case FACTS -> FactStatements.ALL.forEach(kind -> rows(about(kind, asked, visibility), sink));
            case RUNS -> rows(about(RUNS, asked, visibility), sink);
            case POSTINGS -> rows(about(POSTINGS, asked, visibility), sink);
            case LINES ->
                postings(asked, visibility).stream()
                        .filter(posting -> posting.runId() != null)
                        .forEach(posting -> rows(sql.query(LINES).bind("run", posting.runId()), sink));
            case ENTRIES ->
                postings(asked, visibility)
                        .forEach(posting -> rows(sql.query(ENTRIES).bind("posting", posting.id()), sink));
        }
    }

    private List<Booked> postings(ExportQuery asked, Visibility visibility) {
        return about(
                        "select f.id, f.run_id from posting f where " + CHOSEN + " order by f.uzovi, f.number",
                        asked,
                        visibility)
                .map((row, context) -> new Booked(row.getObject("id", UUID.class), row.getObject("run_id", UUID.class)))
                .list();
    }

    private Query about(String statement, ExportQuery asked, Visibility visibility) {
        var visible = visibility.of(Map.of(Owner.INSURER, "f.uzovi"));
        return sql.query(statement)
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("uzovi", asked.uzovi())
                .bind("knownAt", asked.knownAt());
    }

    private static void rows(Query query, Consumer<String> sink) {
        query.setFetchSize(ROWS_AT_ONCE).scanResultSet((rows, context) -> {
            try (context) {
                var row = rows.get();
                while (row.next()) {
                    sink.accept(row.getString(1));
                }
                return null;
            } catch (SQLException failure) {
                throw new IllegalStateException("an export broke off", failure);
            }
        });
    }
}
