package nl.mtvp.contract.succession.domain;

/** Where a succession stands (D35). */
public enum SuccessionState {
    /** Proposed by one; without effect. */
    PROPOSED,
    /** Confirmed by another person, of the insurer: the new AGB holds the contract from its day on. */
    CONFIRMED
}
