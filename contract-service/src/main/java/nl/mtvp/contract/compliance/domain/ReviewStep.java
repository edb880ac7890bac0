package nl.mtvp.contract.compliance.domain;

/** What can be done in a review (D33). */
public enum ReviewStep {
    OPEN_HEARING,
    ANSWER,
    FIND_COMPLIANT,
    ASK_REMEDY,
    FIND_BREACH
}
