package nl.mtvp.payment.ion.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.db.Sql;

/** Evidence that was kept long enough, and what was removed of it. */
@ApplicationScoped
public class RemovalRepository {

    private static final int LOCK = 38;

    private final Sql sql;

    RemovalRepository(Sql sql) {
        this.sql = sql;
    }

    /** While this transaction lasts no evidence is removed: it may be about to use what is there. */
    public void lockShared() {
        lock("select pg_advisory_xact_lock_shared(:lock)");
    }

    /** While this transaction lasts no delivery takes evidence for its own. */
    public void lockExclusive() {
        lock("select pg_advisory_xact_lock(:lock)");
    }

    private void lock(String sql) {
        this.sql
                .query(sql)
                .bind("lock", LOCK)
                .map((row, context) -> row.getString(1))
                .one();
    }

    /**
     * Notes the removal of the evidence of each delivery that ceased to count before a moment, unless a delivery that
     * counted since has the same, and gives its digests.
     */
    public List<String> removeOlderThan(Instant ceasedBefore, Instant now) {
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
