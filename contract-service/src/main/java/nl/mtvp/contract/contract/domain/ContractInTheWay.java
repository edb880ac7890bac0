package nl.mtvp.contract.contract.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Another contract of the same insurer and practice covers some of the same days (D29). */
public class ContractInTheWay extends DomainFailure {

    public ContractInTheWay() {
        super(
                Kind.CONFLICT,
                "contract-in-the-way",
                "another contract of this insurer and practice is in force on some of these days;"
                        + " there is at most one at any time (D29)");
    }
}
