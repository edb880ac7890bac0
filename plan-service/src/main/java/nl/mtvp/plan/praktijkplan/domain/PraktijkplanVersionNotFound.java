package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The praktijkplan has no such version. */
public class PraktijkplanVersionNotFound extends DomainFailure {

    public PraktijkplanVersionNotFound(int number) {
        super(Kind.NOT_FOUND, "praktijkplan-version-not-found", "this praktijkplan has no version " + number);
    }
}
