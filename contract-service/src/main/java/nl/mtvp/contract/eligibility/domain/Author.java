package nl.mtvp.contract.eligibility.domain;

/** Who wrote a statement down (D23). */
public enum Author {
    /** A signatory of the practice, here. */
    PRACTICE,
    /** An insurer, from what the practice declared elsewhere. */
    INSURER
}
