package nl.mtvp.contract.measure.domain;

/** Where a stop or a clawback stands (D34). */
public enum MeasureState {
    /** Proposed by one; without effect. */
    PROPOSED,
    /** Decided by another; in effect. */
    DECIDED,
    /** Taken back, before or after it was decided: a new fact, never an erasure. */
    WITHDRAWN
}
