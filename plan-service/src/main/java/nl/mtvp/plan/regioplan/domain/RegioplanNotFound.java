package nl.mtvp.plan.regioplan.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No regioplan that the caller may see has the id. */
public class RegioplanNotFound extends DomainFailure {

    public RegioplanNotFound(UUID id) {
        super(Kind.NOT_FOUND, "regioplan-not-found", "no regioplan of yours has the id " + id);
    }
}
