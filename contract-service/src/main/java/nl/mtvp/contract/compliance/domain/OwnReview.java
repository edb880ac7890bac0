package nl.mtvp.contract.compliance.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Nobody decides in a review that they made, or whose hearing they opened: four eyes (D33). */
public class OwnReview extends DomainFailure {

    public OwnReview() {
        super(
                Kind.FORBIDDEN,
                "own-review",
                "you made this review or opened its hearing; somebody else has to decide (four eyes, D33)");
    }
}
