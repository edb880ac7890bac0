package nl.mtvp.contract.ending.domain;

/** The two sides of a contract. */
public enum Side {
    PRACTICE,
    INSURER
}
