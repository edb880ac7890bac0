package nl.mtvp.plan.condition.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** No RHO has the code, or its conditions are not for who asks. */
public class RhoNotFound extends DomainFailure {

    public RhoNotFound(String code) {
        super(Kind.NOT_FOUND, "rho-not-found", "no RHO whose conditions you may see has the code " + code);
    }
}
