package nl.mtvp.contract.contract.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The contract was undone; nothing more happens to it (D28). */
public class ContractIsAnnulled extends DomainFailure {

    public ContractIsAnnulled() {
        super(
                Kind.CONFLICT,
                "contract-is-annulled",
                "the contract was annulled by both parties and counts for no day; make a new offer instead (D28)");
    }
}
