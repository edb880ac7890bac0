package nl.mtvp.contract.measure.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No stop or clawback with this id is there for who asks. */
public class MeasureNotFound extends DomainFailure {

    public MeasureNotFound(UUID id) {
        super(Kind.NOT_FOUND, "measure-not-found", "there is no stop or clawback " + id + " for you");
    }
}
