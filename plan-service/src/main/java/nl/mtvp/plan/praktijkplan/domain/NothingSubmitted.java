package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Progress is told of a plan that was never submitted. */
public class NothingSubmitted extends DomainFailure {

    public NothingSubmitted() {
        super(
                Kind.CONFLICT,
                "nothing-submitted",
                "D13: no version of this praktijkplan is submitted yet; submit one, then tell its progress");
    }
}
