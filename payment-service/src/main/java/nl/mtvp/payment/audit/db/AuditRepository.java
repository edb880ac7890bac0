package nl.mtvp.payment.audit.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.KeptJson;
import nl.mtvp.payment.audit.domain.AuditChain;
import nl.mtvp.payment.audit.domain.AuditRecord;
import nl.mtvp.payment.audit.domain.AuditRecord.AuditQuery;
import nl.mtvp.payment.audit.domain.AuditRecord.SealedRecord;

/** Who did what, in its tables: added and read, never changed. */
@ApplicationScoped
public class AuditRepository {

    /** The publisher's advisory lock, the same on all replicas. */
    private static final long PUBLISHER = 0x6d747670_61756474L;

    private static final int SEALED_AT_ONCE = 500;
    private static final String RECORD =
            """
            a.id, a.recorded_at, a.subject, a.client, a.roles, a.request_id, a.operation, a.uzovi, a.resource,
            a.before::text as before, a.after::text as after
            """;
    private static final String SEALED = "s.position, encode(s.digest, 'hex') as digest,"
            + " encode(s.previous_head, 'hex') as previous_head, encode(s.head, 'hex') as head, " + RECORD;

    private static final Order<SealedRecord> BY_PLACE = Order.by("s.position", Long::valueOf, SealedRecord::position);

    private final Sql sql;
    private final KeptJson json;

    AuditRepository(Sql sql, KeptJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** Who does what in the running transaction. */
    public record Doing(
            Instant moment,
            String subject,
            String client,
            List<String> roles,
            String requestId,
            String operation,
            String resource,
            Uzovi uzovi,
            Object answer) {}

    /**
     * What the running transaction did so far.
     *
     * @param wrote anything but seals, which are nobody's deed
     */
    public record Done(boolean changedAuditedRows, boolean wrote) {}

    public Done done() {
        return sql.query(
                        """
                        select coalesce(current_setting('mtvp.audit_record', true), '') <> '' as changed,
                               pg_current_xact_id_if_assigned() is not null
                               and coalesce(current_setting('mtvp.audit_sealing', true), '') = '' as wrote
                        """)
                .map((row, context) -> new Done(row.getBoolean("changed"), row.getBoolean("wrote")))
                .one();
    }

    public void add(Doing doing) {
        sql.query(
                        """
                        select record_command(:moment, :subject, :client, :roleNames, :requestId, :operation, :resource,
                            :uzovi, cast(:answerJson as jsonb))
                        """)
                .bindMethods(doing)
                .bind("roleNames", doing.roles().toArray(String[]::new))
                .bind("answerJson", json.written(doing.answer()))
                .mapToMap()
                .list();
    }

    public Page<SealedRecord> list(AuditQuery asked, Visibility visibility, PageRequest page) {
        var wanted = new Filters()
                .and(visibility.of(Map.of(Owner.INSURER, "a.uzovi")))
                .and("a.subject = :subject", "subject", asked.subject())
                .and("a.operation = :operation", "operation", asked.operation())
                .and("a.resource = :resource", "resource", asked.resource())
                .and("a.uzovi = :uzovi", "uzovi", asked.uzovi())
                .and("a.recorded_at >= :from", "from", asked.recordedFrom())
                .and("a.recorded_at < :until", "until", asked.recordedUntil());
        return BY_PLACE.page(
                sql,
                "select " + SEALED + "from audit_seal s join audit_record a on a.sequence = s.sequence",
                wanted,
                page,
                (row, context) -> sealed(row));
    }

    /** The next places of the chain as they are, also where a record is gone. */
    public List<SealedRecord> chain(long after, int limit) {
        return sql.query(
                        "select " + SEALED
                                + """
                        from audit_seal s left join audit_record a on a.sequence = s.sequence
                        where s.position > :after order by s.position limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> sealed(row))
                .list();
    }

    private SealedRecord sealed(ResultSet row) throws SQLException {
        return new SealedRecord(
                row.getLong("position"),
                row.getObject("id") == null ? null : audit(row),
                row.getString("digest"),
                row.getString("previous_head"),
                row.getString("head"));
    }

    private AuditRecord audit(ResultSet row) throws SQLException {
        var uzovi = row.getString("uzovi");
        return new AuditRecord(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("client"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("request_id"),
                row.getString("operation"),
                uzovi == null ? null : new Uzovi(uzovi),
                row.getString("resource"),
                json.read(row.getString("before"), Rows.class),
                json.read(row.getString("after"), Rows.class));
    }

    /** Changed rows by their tables and keys, as a trigger wrote them. */
    private static final class Rows extends LinkedHashMap<String, Object> {}

    private record Unsealed(long sequence, AuditRecord audit) {}

    /**
     * Gives committed records their places in the chain: one publisher at a time, on whatever replica, and never on the path
     * of a command. READ COMMITTED: the lock is a statement of its own, then the reading. True when there
     * may be more to seal.
     */
    public boolean seal() {
        boolean any = sql.query("select exists (select from audit_unsealed)")
                .mapTo(Boolean.class)
                .one();
        if (!any) {
            return false;
        }
        sql.query("select pg_advisory_xact_lock(:lock), set_config('mtvp.audit_sealing', 'on', true)")
                .bind("lock", PUBLISHER)
                .mapToMap()
                .list();
        var unsealed = unsealed();
        if (!unsealed.isEmpty()) {
            add(unsealed);
        }
        return unsealed.size() == SEALED_AT_ONCE;
    }

    private List<Unsealed> unsealed() {
        return sql.query(
                        "select a.sequence, " + RECORD
                                + """
                        from audit_unsealed u join audit_record a on a.sequence = u.sequence
                        order by u.sequence limit :limit
                        """)
                .bind("limit", SEALED_AT_ONCE)
                .map((row, context) -> new Unsealed(row.getLong("sequence"), audit(row)))
                .list();
    }

    private void add(List<Unsealed> unsealed) {
        var last = last();
        long position = last.getKey();
        var head = last.getValue();
        var hex = HexFormat.of();
        var seals = sql.batch(
                """
                with placed as (delete from audit_unsealed where sequence = :sequence returning sequence)
                insert into audit_seal (position, sequence, digest, previous_head, head)
                select :position, sequence, :digest, :previousHead, :head from placed
                """);
        for (var record : unsealed) {
            var digest = AuditChain.digest(record.audit());
            var next = AuditChain.head(head, digest);
            seals.bind("sequence", record.sequence())
                    .bind("position", ++position)
                    .bind("digest", hex.parseHex(digest))
                    .bind("previousHead", hex.parseHex(head))
                    .bind("head", hex.parseHex(next))
                    .add();
            head = next;
        }
        seals.execute();
    }

    private Map.Entry<Long, String> last() {
        return sql.query("select position, encode(head, 'hex') as head from audit_seal order by position desc limit 1")
                .map((row, context) -> Map.entry(row.getLong("position"), row.getString("head")))
                .findOne()
                .orElse(Map.entry(0L, AuditChain.GENESIS));
    }
}
