package nl.mtvp.plan.monitoring.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.NotFound;

/** Why a measured value is not taken or shown. */
public final class MonitoringRefused extends DomainFailure {

    private MonitoringRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Somebody else delivered a value for the same year, or another baseline, at the same moment. */
    public static MonitoringRefused measuredMeanwhile() {
        return new MonitoringRefused(
                Kind.CONFLICT,
                "measured-meanwhile",
                "the same value was delivered by somebody else at this moment; read it and deliver yours again if it"
                        + " still differs");
    }

    /** No region or practice of which somebody may see values. */
    public static NotFound monitoredNotFound(String subject) {
        return new NotFound("monitored-not-found", "no region or practice that you may see is " + subject);
    }
}
