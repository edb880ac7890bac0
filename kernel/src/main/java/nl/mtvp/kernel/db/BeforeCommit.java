package nl.mtvp.kernel.db;

/** What a service does at the end of each of its transactions: in it, so both come about or neither does. */
public interface BeforeCommit {

    /** Everything else of the transaction was done; when this throws, nothing of it happens. */
    void beforeCommit();
}
