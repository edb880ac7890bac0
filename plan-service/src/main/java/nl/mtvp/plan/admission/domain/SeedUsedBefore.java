package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Once revealed, a seed is known to all (D20). */
public class SeedUsedBefore extends DomainFailure {

    public SeedUsedBefore() {
        super(Kind.REJECTED, "seed-used-before", "D20: a seed is committed to once; think of a new one");
    }
}
