package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The code is an RHO's already. */
public class RhoExists extends DomainFailure {

    public RhoExists(String code) {
        super(Kind.CONFLICT, "rho-exists", "RHO " + code + " is registered already");
    }
}
