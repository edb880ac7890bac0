package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A notary committed to a seed for this draw before (D20). */
public class CommitmentGiven extends DomainFailure {

    public CommitmentGiven() {
        super(Kind.CONFLICT, "commitment-given", "D20: a notary has committed to a seed for this round already");
    }
}
