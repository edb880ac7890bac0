package nl.mtvp.contract.following.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;

/** No following proposal with this id is there for who asks. */
public class FollowingNotFound extends DomainFailure {

    public FollowingNotFound(UUID id) {
        super(Kind.NOT_FOUND, "following-not-found", "there is no following proposal " + id + " for you");
    }
}
