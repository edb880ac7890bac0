package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The region has a hub of that name. */
public class HubExists extends DomainFailure {

    public HubExists(String region, String name) {
        super(Kind.CONFLICT, "hub-exists", "region " + region + " has a hub " + name + " already");
    }
}
