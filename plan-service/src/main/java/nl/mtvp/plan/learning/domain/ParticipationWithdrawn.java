package nl.mtvp.plan.learning.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The participation was withdrawn before. */
public class ParticipationWithdrawn extends DomainFailure {

    public ParticipationWithdrawn() {
        super(Kind.CONFLICT, "participation-withdrawn", "D12: this participation was withdrawn already");
    }
}
