package nl.mtvp.payment.receivable.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.payment.ledger.domain.Creditor;

/** Who took what back from collection, and why. */
@ApplicationScoped
public class CollectionReturnRepository {

    private final Sql sql;

    CollectionReturnRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(UUID posting, Creditor creditor, long cents, String reason, String by, Instant at) {
        sql.update(
                        """
                        insert into collection_return (posting_id, creditor, cents, reason, returned_by, returned_at)
                        values (:posting, :creditor, :cents, :reason, :by, :at)
                        """)
                .bind("posting", posting)
                .bind("creditor", creditor.account())
                .bind("cents", cents)
                .bind("reason", reason)
                .bind("by", by)
                .bind("at", at)
                .execute();
    }
}
