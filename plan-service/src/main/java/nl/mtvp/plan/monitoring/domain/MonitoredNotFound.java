package nl.mtvp.plan.monitoring.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** No region or practice of which somebody may see values. */
public class MonitoredNotFound extends DomainFailure {

    public MonitoredNotFound(String subject) {
        super(Kind.NOT_FOUND, "monitored-not-found", "no region or practice that you may see is " + subject);
    }
}
