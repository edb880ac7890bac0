package nl.mtvp.contract.contract.domain;

/** What can be done to a contract after it was made (D28, D34, D35). */
public enum ContractStep {
    STOP,
    WITHDRAW_STOP,
    CLAW_BACK,
    WITHDRAW_CLAWBACK,
    END,
    WITHDRAW_END,
    SUCCEED,
    ANNUL
}
