package nl.mtvp.contract.following.domain;

import java.time.Instant;
import nl.mtvp.kernel.failure.DomainFailure;

/** The proposal was closed, or its waiting time is over (D30). */
public class FollowingNotOpen extends DomainFailure {

    public FollowingNotOpen(FollowingState state, Instant dueAt) {
        super(
                Kind.CONFLICT,
                "following-not-open",
                "the following proposal is " + state + ", and could be refused up to " + dueAt + " (D30)");
    }
}
