package nl.mtvp.kernel.db;

import org.jdbi.v3.core.Handle;

/** What a service does at the end of each of its transactions: in it, so both come about or neither does. */
public interface BeforeCommit {

    /** Everything else of the transaction was done; when this throws, nothing of it happens. */
    void beforeCommit(Handle tx);
}
