package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A version is submitted that was written under a regioplan that is in force no longer. */
public class RegioplanMovedOn extends DomainFailure {

    public RegioplanMovedOn() {
        super(
                Kind.CONFLICT,
                "regioplan-moved-on",
                "D8: the regioplan was renewed since this version was written; write a new version under it");
    }
}
