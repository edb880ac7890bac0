package nl.mtvp.plan.admission.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No admission round has the id. */
public class RoundNotFound extends DomainFailure {

    public RoundNotFound(UUID id) {
        super(Kind.NOT_FOUND, "round-not-found", "no admission round has the id " + id);
    }
}
