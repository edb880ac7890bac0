package nl.mtvp.contract.contract.domain;

/**
 * What became of a contract, by the facts recorded up to now. Its days in force run from its start up to its stop or its
 * end, whichever is first.
 */
public enum ContractState {
    /** In force, or to be: not stopped, and no end of it has come yet. */
    ACTIVE,
    /** Stopped on a day, by a decision that stands (D34). */
    STOPPED,
    /** The day of its notice, closing or end date has come (D35). */
    ENDED,
    /** Undone by both parties: it counts for no day (D28). */
    ANNULLED
}
