package nl.mtvp.plan.monitoring.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Somebody else delivered a value for the same year, or another baseline, at the same moment. */
public class MeasuredMeanwhile extends DomainFailure {

    public MeasuredMeanwhile() {
        super(
                Kind.CONFLICT,
                "measured-meanwhile",
                "the same value was delivered by somebody else at this moment; read it and deliver yours again if it"
                        + " still differs");
    }
}
