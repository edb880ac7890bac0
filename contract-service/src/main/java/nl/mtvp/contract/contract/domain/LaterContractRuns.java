package nl.mtvp.contract.contract.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Without its stop or its end the contract would run beside a later one of the same pair (D29, D34, D35). */
public class LaterContractRuns extends DomainFailure {

    public LaterContractRuns() {
        super(
                Kind.CONFLICT,
                "later-contract-runs",
                "it cannot be withdrawn: a later contract of this insurer and practice runs (D29, D34, D35)");
    }
}
