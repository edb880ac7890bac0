package nl.mtvp.contract.compliance.domain;

/** Where a review stands (D33). */
public enum ReviewState {
    /** Made; nobody has judged anything yet. */
    OPEN,
    /** The practice may answer. */
    HEARING,
    /** The practice was asked to mend something by a day. */
    REMEDY,
    /** The practice does what it committed to; final. */
    COMPLIANT,
    /** It does not; its contract is stopped. Final. */
    BREACH
}
