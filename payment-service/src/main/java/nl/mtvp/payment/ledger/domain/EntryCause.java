package nl.mtvp.payment.ledger.domain;

/** Why an entry was booked: a run's difference (D44), or the settlement of a balance (D50). */
public enum EntryCause {
    REGULAR,
    RETROACTIVE,
    ION_CORRECTION,
    TARIFF_REVISION,
    COVERAGE,
    CLAWBACK,
    OFFSET,
    SHARE,
    /** A credit transfer to the creditor's bank account. */
    PAYOUT,
    /** A credit transfer came back: the debt is open again. */
    PAYOUT_RETURNED,
    /** A receivable is handed over for collection, and no longer netted. */
    TO_COLLECTION,
    /** What was handed over comes back, and is netted again. */
    FROM_COLLECTION,
    /** An open balance moves to the AGB code that succeeds its own. */
    SUCCESSION
}
