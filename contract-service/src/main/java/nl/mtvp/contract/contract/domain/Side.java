package nl.mtvp.contract.contract.domain;

/** The two sides of a contract. */
public enum Side {
    PRACTICE,
    INSURER
}
