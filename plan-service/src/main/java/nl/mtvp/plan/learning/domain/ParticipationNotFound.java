package nl.mtvp.plan.learning.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No participation that the caller may see has the id. */
public class ParticipationNotFound extends DomainFailure {

    public ParticipationNotFound(UUID id) {
        super(Kind.NOT_FOUND, "participation-not-found", "no participation that you may see has the id " + id);
    }
}
