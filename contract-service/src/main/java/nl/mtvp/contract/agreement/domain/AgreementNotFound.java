package nl.mtvp.contract.agreement.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No existing agreement, or offset of a contract, with this id is there for who asks. */
public class AgreementNotFound extends DomainFailure {

    public AgreementNotFound(UUID id) {
        super(Kind.NOT_FOUND, "agreement-not-found", "there is no existing agreement or offset " + id + " for you");
    }
}
