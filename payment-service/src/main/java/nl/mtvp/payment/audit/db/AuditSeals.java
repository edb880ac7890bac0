package nl.mtvp.payment.audit.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.payment.audit.domain.AuditChain;
import nl.mtvp.payment.audit.domain.AuditRecord;

/**
 * Gives committed records their places in the chain: one publisher at a time, on whatever replica, and never on the path
 * of a command.
 */
@ApplicationScoped
public class AuditSeals {

    /** The publisher's advisory lock, the same on all replicas. */
    private static final long PUBLISHER = 0x6d747670_61756474L;

    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final AuditRepository records;

    AuditSeals(Sql sql, AuditRepository records) {
        this.sql = sql;
        this.records = records;
    }

    private record Unsealed(long sequence, AuditRecord audit) {}

    /** READ COMMITTED: the lock is a statement of its own, then the reading. True when there may be more to seal. */
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
        return unsealed.size() == AT_ONCE;
    }

    private List<Unsealed> unsealed() {
        return sql.query(
                        "select a.sequence, " + AuditRepository.recordColumns()
                                + """
                        from audit_unsealed u join audit_record a on a.sequence = u.sequence
                        order by u.sequence limit :limit
                        """)
                .bind("limit", AT_ONCE)
                .map((row, context) -> new Unsealed(row.getLong("sequence"), records.audit(row)))
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
