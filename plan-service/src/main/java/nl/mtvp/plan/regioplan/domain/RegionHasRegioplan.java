package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A region is covered by another regioplan already; a change of plan is a new version. */
public class RegionHasRegioplan extends DomainFailure {

    public RegionHasRegioplan() {
        super(
                Kind.CONFLICT,
                "region-has-regioplan",
                "one of the regions has a regioplan already: make a new version of that one");
    }
}
