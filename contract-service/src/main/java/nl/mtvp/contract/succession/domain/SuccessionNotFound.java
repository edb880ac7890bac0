package nl.mtvp.contract.succession.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No succession with this id is there for who asks. */
public class SuccessionNotFound extends DomainFailure {

    public SuccessionNotFound(UUID id) {
        super(Kind.NOT_FOUND, "succession-not-found", "there is no succession " + id + " of this contract for you");
    }
}
