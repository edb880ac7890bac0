package nl.mtvp.contract.administrative.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No recorded agreement with this id is there for who asks. */
public class RecordingNotFound extends DomainFailure {

    public RecordingNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "administrative-contract-not-found",
                "there is no administrative contract " + id + " for you");
    }
}
