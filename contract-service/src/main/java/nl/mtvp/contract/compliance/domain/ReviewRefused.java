package nl.mtvp.contract.compliance.domain;

import java.util.UUID;
import nl.mtvp.contract.compliance.domain.ReviewLife.Standing;
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

    /** The review does not stand so that this can be done, or not yet (D33). */
    static ReviewRefused stepNotPossible(ReviewStep step, Standing standing) {
        boolean decided = standing.state() == ReviewState.COMPLIANT || standing.state() == ReviewState.BREACH;
        if (step != ReviewStep.FIND_BREACH || decided) {
            return stepNotPossible(
                    "review-step-not-possible",
                    "the review is " + standing.state() + ", and " + step + " is not possible then (D33)");
        }
        return ReviewLife.breachFrom(standing)
                .map(day -> stepNotPossible(
                        "hearing-still-open",
                        "the practice is heard first: a breach can be found from " + day
                                + " on, or sooner if it answers and no remedy runs (D33)"))
                .orElseGet(() -> stepNotPossible(
                        "no-hearing", "open a hearing first: the practice is heard before a breach is found (D33)"));
    }

    /** Somebody was faster. */
    public static ReviewRefused meanwhile() {
        return stepNotPossible("review-step-not-possible", "somebody was faster; read the review again (D33)");
    }

    private static ReviewRefused stepNotPossible(String code, String message) {
        return new ReviewRefused(Kind.CONFLICT, code, message);
    }
}
