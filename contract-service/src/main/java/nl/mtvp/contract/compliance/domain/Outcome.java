package nl.mtvp.contract.compliance.domain;

/** The outcomes of a review (D33). */
public enum Outcome {
    COMPLIANT(ReviewState.COMPLIANT, ReviewStep.FIND_COMPLIANT),
    REMEDY(ReviewState.REMEDY, ReviewStep.ASK_REMEDY),
    BREACH(ReviewState.BREACH, ReviewStep.FIND_BREACH);

    private final ReviewState state;
    private final ReviewStep step;

    Outcome(ReviewState state, ReviewStep step) {
        this.state = state;
        this.step = step;
    }

    ReviewState state() {
        return state;
    }

    ReviewStep step() {
        return step;
    }
}
