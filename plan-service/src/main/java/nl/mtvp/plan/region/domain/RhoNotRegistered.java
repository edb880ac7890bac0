package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** An RHO wants a region or a plan before it registered itself. */
public class RhoNotRegistered extends DomainFailure {

    public RhoNotRegistered(String code) {
        super(Kind.CONFLICT, "rho-not-registered", "RHO " + code + " is not registered: POST it to /rhos first");
    }
}
