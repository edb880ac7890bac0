package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The first year is submitted anew, while a submitted second year builds on it (D9). */
public class YearTwoBuildsOnIt extends DomainFailure {

    public YearTwoBuildsOnIt() {
        super(
                Kind.CONFLICT,
                "year-2-builds-on-it",
                "D9: the submitted plan of year 2 builds on year 1 as it stands; write a new version of year 2");
    }
}
