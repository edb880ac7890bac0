package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The round has no such draw. */
public class DrawNotFound extends DomainFailure {

    public DrawNotFound(int number) {
        super(Kind.NOT_FOUND, "draw-not-found", "this round has no draw " + number);
    }
}
