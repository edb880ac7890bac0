package nl.mtvp.contract.annulment.domain;

/** Where an annulment stands (D28). */
public enum AnnulmentState {
    /** Proposed by one side; without effect. */
    PROPOSED,
    /** The other side consented: the contract counts for no day. */
    AGREED,
    /** Taken back by the side that proposed it, before the other consented. */
    WITHDRAWN
}
