package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** There is nothing to admit and no denominator (D18). */
public class RegionWithoutPractices extends DomainFailure {

    public RegionWithoutPractices(String region) {
        super(
                Kind.CONFLICT,
                "region-without-practices",
                "D18: region " + region + " has no practices; declare them first");
    }
}
