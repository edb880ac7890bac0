package nl.mtvp.payment.ledger.domain;

/** What a posting books (D48). */
public enum PostingKind {
    /** The proposal of a run. */
    RUN,
    /** What happens to a creditor's balance afterwards: paid out, returned, collected, moved to a successor (D50). */
    SETTLEMENT,
    /** What mends a booking that neither of them does; nothing in this service makes one. */
    CORRECTION
}
