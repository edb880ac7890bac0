package nl.mtvp.contract.measure.domain;

import nl.mtvp.contract.contract.domain.ContractStep;

/** The two measures, which are two facts (D34). */
public enum MeasureKind {
    STOP(ContractStep.STOP, ContractStep.WITHDRAW_STOP),
    CLAWBACK(ContractStep.CLAW_BACK, ContractStep.WITHDRAW_CLAWBACK);

    private final ContractStep toDecide;
    private final ContractStep toWithdraw;

    MeasureKind(ContractStep toDecide, ContractStep toWithdraw) {
        this.toDecide = toDecide;
        this.toWithdraw = toWithdraw;
    }

    /** What its decision does to the contract. */
    public ContractStep toDecide() {
        return toDecide;
    }

    /** What its withdrawal does to the contract, once it was decided. */
    public ContractStep toWithdraw() {
        return toWithdraw;
    }
}
