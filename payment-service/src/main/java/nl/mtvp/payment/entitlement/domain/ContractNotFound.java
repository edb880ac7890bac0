package nl.mtvp.payment.entitlement.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No contract with this id is known here for who asks. */
public class ContractNotFound extends DomainFailure {

    public ContractNotFound(UUID id) {
        super(Kind.NOT_FOUND, "contract-not-found", "there is no contract " + id + " for you");
    }
}
