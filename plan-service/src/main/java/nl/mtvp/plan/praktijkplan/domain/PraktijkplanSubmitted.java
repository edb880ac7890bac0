package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The version was submitted before. */
public class PraktijkplanSubmitted extends DomainFailure {

    public PraktijkplanSubmitted(int number) {
        super(
                Kind.CONFLICT,
                "praktijkplan-submitted",
                "version " + number + " was submitted before; an edit is a new version");
    }
}
