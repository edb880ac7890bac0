package nl.mtvp.contract.following.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why a following contract is not proposed or answered (D30). */
public final class FollowingRefused extends DomainFailure {

    private FollowingRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** No following proposal with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("following-not-found", "there is no following proposal " + id + " for you");
    }

    /** The proposal was closed, or its waiting time is over (D30). */
    public static FollowingRefused notOpen(FollowingState state, Instant dueAt) {
        return new FollowingRefused(
                Kind.CONFLICT,
                "following-not-open",
                "the following proposal is " + state + ", and could be refused up to " + dueAt + " (D30)");
    }

    /** Only what was refused or impeded is offered again, one at a time, to an insurer that may follow (D30). */
    public static FollowingRefused notRenewable(String reason) {
        return new FollowingRefused(Kind.CONFLICT, "following-not-renewable", reason + " (D30)");
    }

    /** Somebody else stated the policy since it was read. */
    public static FollowingRefused policyChangedMeanwhile() {
        return new FollowingRefused(
                Kind.STALE, "policy-changed", "the policy changed since you read it; read it again");
    }
}
