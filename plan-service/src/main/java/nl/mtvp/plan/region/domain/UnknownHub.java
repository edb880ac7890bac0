package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A practice would move to a hub that the region does not have (yet). */
public class UnknownHub extends DomainFailure {

    public UnknownHub(String region, String hub) {
        super(
                Kind.CONFLICT,
                "unknown-hub",
                "D5: there is no hub " + hub + " in a region " + region + "; its RHO adds it first, spelled the same");
    }
}
