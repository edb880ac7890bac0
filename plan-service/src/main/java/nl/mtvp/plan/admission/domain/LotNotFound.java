package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The frozen pool has no such lot. */
public class LotNotFound extends DomainFailure {

    public LotNotFound(String lotId) {
        super(Kind.NOT_FOUND, "lot-not-found", "the frozen pool has no lot " + lotId);
    }
}
