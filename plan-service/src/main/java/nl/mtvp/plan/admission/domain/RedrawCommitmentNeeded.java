package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A draw is repeated only after a notary committed to a new seed (D20). */
public class RedrawCommitmentNeeded extends DomainFailure {

    public RedrawCommitmentNeeded() {
        super(
                Kind.CONFLICT,
                "commitment-needed",
                "D20: a notary commits to a new seed first, then the draw is ordered to be repeated");
    }
}
