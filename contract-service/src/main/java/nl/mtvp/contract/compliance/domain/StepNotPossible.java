package nl.mtvp.contract.compliance.domain;

import nl.mtvp.contract.compliance.domain.ReviewLife.Standing;
import nl.mtvp.kernel.failure.DomainFailure;

/** The review does not stand so that this can be done, or not yet (D33). */
public final class StepNotPossible extends DomainFailure {

    private StepNotPossible(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    static StepNotPossible of(ReviewStep step, Standing standing) {
        boolean decided = standing.state() == ReviewState.COMPLIANT || standing.state() == ReviewState.BREACH;
        if (step != ReviewStep.FIND_BREACH || decided) {
            return new StepNotPossible(
                    "review-step-not-possible",
                    "the review is " + standing.state() + ", and " + step + " is not possible then (D33)");
        }
        return ReviewLife.breachFrom(standing)
                .map(day -> new StepNotPossible(
                        "hearing-still-open",
                        "the practice is heard first: a breach can be found from " + day
                                + " on, or sooner if it answers and no remedy runs (D33)"))
                .orElseGet(() -> new StepNotPossible(
                        "no-hearing", "open a hearing first: the practice is heard before a breach is found (D33)"));
    }

    /** Somebody was faster. */
    public static StepNotPossible meanwhile() {
        return new StepNotPossible("review-step-not-possible", "somebody was faster; read the review again (D33)");
    }
}
