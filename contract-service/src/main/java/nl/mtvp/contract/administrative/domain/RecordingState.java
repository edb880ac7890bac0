package nl.mtvp.contract.administrative.domain;

/** Where the recording of an earlier agreement stands (D25). */
public enum RecordingState {
    /** Written by one; no contract yet. */
    PROPOSED,
    /** Approved by another; a contract. */
    RECORDED
}
