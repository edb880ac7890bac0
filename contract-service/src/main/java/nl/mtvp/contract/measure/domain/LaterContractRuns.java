package nl.mtvp.contract.measure.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Without its stop the contract would run beside a later one of the same pair (D29, D34). */
public class LaterContractRuns extends DomainFailure {

    public LaterContractRuns() {
        super(
                Kind.CONFLICT,
                "later-contract-runs",
                "the stop cannot be withdrawn: a later contract of this insurer and practice runs (D34)");
    }
}
