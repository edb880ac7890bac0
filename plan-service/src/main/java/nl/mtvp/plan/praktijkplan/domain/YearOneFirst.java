package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The second year is submitted before the first, on which it builds (D9). */
public class YearOneFirst extends DomainFailure {

    public YearOneFirst() {
        super(Kind.CONFLICT, "year-1-first", "D9: year 2 builds on year 1; submit the plan of year 1 first");
    }
}
