package nl.mtvp.contract.annulment.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No annulment with this id is there for who asks. */
public class AnnulmentNotFound extends DomainFailure {

    public AnnulmentNotFound(UUID id) {
        super(Kind.NOT_FOUND, "annulment-not-found", "there is no annulment " + id + " of this contract for you");
    }
}
