package nl.mtvp.payment.run.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** There is no such recomputation of the run. */
public class RecomputationNotFound extends DomainFailure {

    public RecomputationNotFound(UUID id) {
        super(Kind.NOT_FOUND, "recomputation-not-found", "there is no recomputation " + id + " of this run");
    }
}
