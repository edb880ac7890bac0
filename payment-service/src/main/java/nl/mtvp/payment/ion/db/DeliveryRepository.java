package nl.mtvp.payment.ion.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.DeliveryPhase;
import nl.mtvp.payment.ion.domain.FileFault;
import nl.mtvp.payment.ion.domain.PracticeCount;
import nl.mtvp.payment.ion.domain.RefusedLine;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.threeten.extra.YearQuarter;

/**
 * Deliveries in their table, with the counts and refused lines of those that were worked through, and what was removed
 * of their evidence.
 */
@ApplicationScoped
public class DeliveryRepository {

    private static final String DELIVERY =
            """
            select id, uzovi, peildatum as quarter, row_count, encode(content_digest, 'hex') as content_digest,
                   compression, announced_by as announced, announced_at, status, content_bytes, completed_at,
                   lower(known) as known_from, upper(known) as known_until, accepted, refused, duplicate,
                   encode(evidence_digest, 'hex') as evidence_digest,
                   (select removed_at from ion_evidence_removal r where r.delivery_id = d.id) as evidence_removed_at,
                   (select phase from ion_delivery_progress p where p.delivery_id = d.id) as phase,
                   (select lines from ion_delivery_progress p where p.delivery_id = d.id) as lines_read,
                   fault_code, fault_detail, attempts
            from ion_delivery d
            """;

    private static final int LOCK_OF_EVIDENCE = 38;
    private static final Order<Delivery> BY_ID = Order.by("d.id", Uuids::of, Delivery::id);
    private static final Order<PracticeCount> BY_PRACTICE = Order.by("agb", Agb::new, PracticeCount::agb);
    private static final Order<RefusedLine> BY_LINE = Order.by("line", Long::valueOf, RefusedLine::line);

    private final Sql sql;

    DeliveryRepository(Sql sql) {
        this.sql = sql;
    }

    /** What an accepted delivery came to. */
    public record Outcome(Instant knownFrom, long accepted, long refused, long duplicate, byte[] evidenceDigest) {}

    public void add(Delivery delivery) {
        sql.update(
                        """
                        insert into ion_delivery
                            (id, uzovi, peildatum, row_count, content_digest, compression, announced_by, announced_at,
                             status)
                        values (:id, :uzovi, :quarter, :rowCount, :digest, :compression, :announced.by,
                            :announced.at, 'RECEIVING')
                        """)
                .bindMethods(delivery)
                .bind("digest", HexFormat.of().parseHex(delivery.contentDigest()))
                .execute();
    }

    public Optional<Delivery> find(UUID id, Visibility visibility) {
        var wanted = new Filters().and("d.id = :id", "id", id).and(visibility.of(Map.of(Owner.INSURER, "d.uzovi")));
        return sql.query(DELIVERY + wanted.where())
                .bindMap(wanted.parameters())
                .map(new DeliveryMapper())
                .findOne();
    }

    public Page<Delivery> list(Uzovi uzovi, YearQuarter quarter, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.INSURER, "d.uzovi")))
                .and("d.uzovi = :uzovi", "uzovi", uzovi)
                .and("d.peildatum = :quarter", "quarter", quarter);
        return BY_ID.page(sql, DELIVERY, wanted, asked, new DeliveryMapper());
    }

    /** Holds a delivery until the transaction ends. */
    public void lock(UUID id) {
        sql.query("select id from ion_delivery where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }

    /** @return whether it was not complete yet */
    public boolean complete(UUID id, long contentBytes, Instant now) {
        return sql.update(
                                """
                        update ion_delivery set status = 'WORKING', content_bytes = :bytes, completed_at = :now
                        where id = :id and status = 'RECEIVING'
                        """)
                        .bind("id", id)
                        .bind("bytes", contentBytes)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /**
     * The next delivery to work through, held until the transaction ends; deliveries of one peildatum in the order in
     * which they were completed, so that the newer one replaces the older.
     */
    public Optional<Delivery> claim(Instant now) {
        return sql.query(
                        DELIVERY
                                + """
                                 where status = 'WORKING' and coalesce(try_after <= :now, true)
                                   and not exists (
                                       select from ion_delivery e
                                       where e.uzovi = d.uzovi and e.peildatum = d.peildatum and e.status = 'WORKING'
                                         and (e.completed_at, e.id) < (d.completed_at, d.id))
                                 order by completed_at limit 1 for update skip locked
                                """)
                .bind("now", now)
                .map(new DeliveryMapper())
                .findOne();
    }

    /** Tells how far the work is. */
    public void tell(UUID id, DeliveryPhase phase, long lines, Instant now) {
        sql.update(
                        """
                        insert into ion_delivery_progress (delivery_id, phase, lines, told_at)
                        values (:id, :phase, :lines, :now)
                        on conflict (delivery_id) do update set phase = :phase, lines = :lines, told_at = :now
                        """)
                .bind("id", id)
                .bind("phase", phase)
                .bind("lines", lines)
                .bind("now", now)
                .execute();
    }

    /** Nothing more is to be told of the work. */
    public void forgetProgress(UUID id) {
        sql.update("delete from ion_delivery_progress where delivery_id = :id")
                .bind("id", id)
                .execute();
    }

    public void tryAfter(UUID id, Instant tryAfter) {
        sql.update("update ion_delivery set attempts = attempts + 1, try_after = :tryAfter where id = :id")
                .bind("id", id)
                .bind("tryAfter", tryAfter)
                .execute();
    }

    public void refuse(UUID id, FileFault fault, Instant now) {
        sql.update(
                        """
                        update ion_delivery set status = 'REFUSED', finished_at = :now, fault_code = :code,
                            fault_detail = :detail
                        where id = :id
                        """)
                .bindMethods(fault)
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /** Makes a delivery count, and the one that counted for its peildatum count no more. */
    public void accept(Delivery delivery, Outcome outcome) {
        sql.update(
                        """
                        update ion_delivery set known = tstzrange(lower(known), :knownFrom)
                        where uzovi = :uzovi and peildatum = :quarter and upper_inf(known)
                        """)
                .bindMethods(delivery)
                .bind("knownFrom", outcome.knownFrom())
                .execute();
        sql.update(
                        """
                        update ion_delivery set status = 'ACCEPTED', finished_at = :knownFrom,
                            known = tstzrange(:knownFrom, null), accepted = :accepted, refused = :refused,
                            duplicate = :duplicate, evidence_digest = :evidenceDigest
                        where id = :id
                        """)
                .bindMethods(outcome)
                .bind("id", delivery.id())
                .execute();
    }

    public void addCounts(UUID delivery, Map<Agb, Long> counts) {
        Copy.into(
                sql,
                "ion_count (delivery_id, agb, ion)",
                rows -> counts.forEach((agb, ion) -> rows.add(delivery, agb, ion)));
    }

    /** Takes the refused lines as they come; a large delivery has very many. */
    public void addRefusals(UUID delivery, Consumer<Consumer<RefusedLine>> lines) {
        Copy.into(
                sql,
                "ion_refusal (delivery_id, line, code, pseudonym, agb, reason)",
                rows -> lines.accept(line ->
                        rows.add(delivery, line.line(), line.code(), line.pseudonym(), line.agb(), line.reason())));
    }

    public Page<PracticeCount> listCounts(UUID delivery, PageRequest asked) {
        var wanted = new Filters().and("delivery_id = :delivery", "delivery", delivery);
        return BY_PRACTICE.page(
                sql, "select agb, ion from ion_count", wanted, asked, ConstructorMapper.of(PracticeCount.class));
    }

    public Page<RefusedLine> listRefusals(UUID delivery, PageRequest asked) {
        var wanted = new Filters().and("delivery_id = :delivery", "delivery", delivery);
        var select = "select line, code, pseudonym, agb, reason from ion_refusal";
        return BY_LINE.page(sql, select, wanted, asked, ConstructorMapper.of(RefusedLine.class));
    }

    /** While this transaction lasts no evidence is removed: it may be about to use what is there. */
    public void lockEvidenceShared() {
        lockEvidence("select pg_advisory_xact_lock_shared(:lock)");
    }

    /** While this transaction lasts no delivery takes evidence for its own. */
    public void lockEvidence() {
        lockEvidence("select pg_advisory_xact_lock(:lock)");
    }

    private void lockEvidence(String select) {
        sql.query(select)
                .bind("lock", LOCK_OF_EVIDENCE)
                .map((row, context) -> row.getString(1))
                .one();
    }

    /**
     * Notes the removal of the evidence of each delivery that ceased to count before a moment, unless a delivery that
     * counted since has the same, and gives its digests.
     */
    public List<String> removeEvidence(Instant ceasedBefore, Instant now) {
        return sql.query(
                        """
                        with removed as (
                            insert into ion_evidence_removal (delivery_id, evidence_digest, removed_at)
                            select d.id, d.evidence_digest, :now from ion_delivery d
                            where upper(d.known) < :ceasedBefore
                              and not exists (select from ion_evidence_removal r where r.delivery_id = d.id)
                              and not exists (
                                  select from ion_delivery o
                                  where o.evidence_digest = d.evidence_digest
                                    and (upper_inf(o.known) or upper(o.known) >= :ceasedBefore))
                            returning evidence_digest)
                        select distinct encode(evidence_digest, 'hex') from removed
                        """)
                .bind("ceasedBefore", ceasedBefore)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }
}
