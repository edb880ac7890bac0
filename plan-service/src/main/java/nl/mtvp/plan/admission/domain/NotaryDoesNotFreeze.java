package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Who knows the seed would decide when the pool freezes (D20). */
public class NotaryDoesNotFreeze extends DomainFailure {

    public NotaryDoesNotFreeze() {
        super(
                Kind.FORBIDDEN,
                "notary-does-not-freeze",
                "D20: who committed to the seed does not freeze the round; let the RHO do it");
    }
}
