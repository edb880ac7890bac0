package nl.mtvp.contract.compliance.domain;

import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why a review does not go a step on (D33). */
public final class ReviewRefused extends DomainFailure {

    private ReviewRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Nobody decides in a review that they made, or whose hearing they opened: four eyes (D33). */
    public static ReviewRefused ownReview() {
        return new ReviewRefused(
                Kind.FORBIDDEN,
                "own-review",
                "you made this review or opened its hearing; somebody else has to decide (four eyes, D33)");
    }

    /** No review or sample with this id is there for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("review-not-found", "there is no review or sample " + id + " for you");
    }
}
