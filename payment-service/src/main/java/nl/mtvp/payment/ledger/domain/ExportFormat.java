package nl.mtvp.payment.ledger.domain;

/** How entries leave in bulk: a line each. */
public enum ExportFormat {
    CSV,
    NDJSON
}
