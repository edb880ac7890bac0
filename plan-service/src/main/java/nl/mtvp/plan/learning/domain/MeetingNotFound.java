package nl.mtvp.plan.learning.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No meeting that the caller may see has the id. */
public class MeetingNotFound extends DomainFailure {

    public MeetingNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "intervisie-meeting-not-found",
                "no intervisie meeting that you may see has the id " + id);
    }
}
