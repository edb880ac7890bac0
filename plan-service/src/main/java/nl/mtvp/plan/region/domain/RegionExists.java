package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The code is a region's already. */
public class RegionExists extends DomainFailure {

    public RegionExists(String code) {
        super(Kind.CONFLICT, "region-exists", "region " + code + " exists already");
    }
}
