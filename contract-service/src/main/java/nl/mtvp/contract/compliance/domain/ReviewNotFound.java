package nl.mtvp.contract.compliance.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No review or sample with this id is there for who asks. */
public class ReviewNotFound extends DomainFailure {

    public ReviewNotFound(UUID id) {
        super(Kind.NOT_FOUND, "review-not-found", "there is no review or sample " + id + " for you");
    }
}
