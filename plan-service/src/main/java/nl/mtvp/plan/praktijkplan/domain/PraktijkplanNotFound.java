package nl.mtvp.plan.praktijkplan.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No praktijkplan has the id, or none that the caller may see. */
public class PraktijkplanNotFound extends DomainFailure {

    public PraktijkplanNotFound(UUID id) {
        super(Kind.NOT_FOUND, "praktijkplan-not-found", "no praktijkplan that you may see has the id " + id);
    }
}
