package nl.mtvp.contract.contract.domain;

/** What became of a contract, by the facts recorded up to now. Its days in force are its start and its stop. */
public enum ContractState {
    /** Accepted, and not stopped. */
    ACTIVE,
    /** Stopped on a day, by a decision that stands (D34). */
    STOPPED
}
