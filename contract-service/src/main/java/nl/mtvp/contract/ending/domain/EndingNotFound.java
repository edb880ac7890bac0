package nl.mtvp.contract.ending.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No end with this id is there for who asks. */
public class EndingNotFound extends DomainFailure {

    public EndingNotFound(UUID id) {
        super(Kind.NOT_FOUND, "ending-not-found", "there is no end " + id + " of this contract for you");
    }
}
