package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** No region has the code. */
public class RegionNotFound extends DomainFailure {

    public RegionNotFound(String code) {
        super(Kind.NOT_FOUND, "region-not-found", "no region has the code " + code);
    }
}
