package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The lot was withdrawn before (D20). */
public class LotWithdrawn extends DomainFailure {

    public LotWithdrawn(String lotId) {
        super(Kind.CONFLICT, "lot-withdrawn", "D20: lot " + lotId + " is withdrawn already");
    }
}
