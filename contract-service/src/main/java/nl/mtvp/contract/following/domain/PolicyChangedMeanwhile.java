package nl.mtvp.contract.following.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Somebody else stated the policy since it was read. */
public class PolicyChangedMeanwhile extends DomainFailure {

    public PolicyChangedMeanwhile() {
        super(Kind.STALE, "policy-changed", "the policy changed since you read it; read it again");
    }
}
