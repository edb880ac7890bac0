package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The round freezes only after a notary committed to a seed (D20). */
public class CommitmentNeeded extends DomainFailure {

    public CommitmentNeeded() {
        super(Kind.CONFLICT, "commitment-needed", "D20: a notary commits to a seed first, then the round freezes");
    }
}
