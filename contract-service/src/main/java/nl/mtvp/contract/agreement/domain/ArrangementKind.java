package nl.mtvp.contract.agreement.domain;

/** What becomes of an existing agreement once a contract overlaps it (D32). */
public enum ArrangementKind {
    /** Its amount is deducted per quarter from what the contract pays. */
    OFFSET,
    /** It ends at the contract's start. */
    END,
    /** Nothing, for a reason: it pays for something else. */
    NONE
}
