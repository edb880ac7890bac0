package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Who knows the seed would decide when a draw is repeated (D20). */
public class NotaryDoesNotOrder extends DomainFailure {

    public NotaryDoesNotOrder() {
        super(
                Kind.FORBIDDEN,
                "notary-does-not-order",
                "D20: who committed to the seed does not order the draw; somebody else of the desk does");
    }
}
