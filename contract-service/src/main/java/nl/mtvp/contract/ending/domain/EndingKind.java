package nl.mtvp.contract.ending.domain;

/** The ways in which a contract ends otherwise than by a breach (D35). */
public enum EndingKind {
    /** The practice gives notice (opzegging), three months ahead. */
    NOTICE,
    /** The practice closes. */
    CLOSING,
    /** The contract's end date. */
    END_DATE,
    /** The practice merges into another, whose contract goes on; told by a succession only. */
    MERGED
}
