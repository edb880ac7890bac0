package nl.mtvp.plan.condition.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Somebody else stated the insurer's policy at the same moment. */
public class PolicyStatedMeanwhile extends DomainFailure {

    public PolicyStatedMeanwhile() {
        super(
                Kind.STALE,
                "policy-stated-meanwhile",
                "somebody else stated the policy at the same moment; read it again and repeat your change on it");
    }
}
