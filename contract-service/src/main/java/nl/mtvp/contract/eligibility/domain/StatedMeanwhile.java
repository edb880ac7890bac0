package nl.mtvp.contract.eligibility.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Somebody else stated something at the same moment, and was faster. */
public class StatedMeanwhile extends DomainFailure {

    public StatedMeanwhile() {
        super(
                Kind.STALE,
                "version-is-stale",
                "somebody changed this since you read it. Read it again and repeat your change on it.");
    }
}
