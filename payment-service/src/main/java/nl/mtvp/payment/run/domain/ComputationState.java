package nl.mtvp.payment.run.domain;

/** How far a computation is that is asked for by itself; a run has states of its own. */
public enum ComputationState {
    COMPUTING,
    COMPUTED,
    /** Tried so often in vain that it is not tried again. */
    FAILED
}
