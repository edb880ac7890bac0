package nl.mtvp.contract.ending.domain;

/** Where an end stands on a day (D35). */
public enum EndingState {
    /** Told, and its day has not come: it may be withdrawn. */
    ANNOUNCED,
    /** Its day has come. */
    IN_EFFECT,
    /** Taken back before its day: a new fact, never an erasure. */
    WITHDRAWN
}
