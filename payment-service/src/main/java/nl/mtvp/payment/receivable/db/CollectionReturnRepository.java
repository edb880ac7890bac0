package nl.mtvp.payment.receivable.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.payment.ledger.domain.Creditor;
import org.jdbi.v3.core.Handle;

/** Who took what back from collection, and why. */
@ApplicationScoped
public class CollectionReturnRepository {

    public void add(Handle tx, UUID posting, Creditor creditor, long cents, String reason, String by, Instant at) {
        tx.createUpdate(
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
