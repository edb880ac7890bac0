package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** In the last round everybody left is admitted without a draw (D19). */
public class NoDrawNeeded extends DomainFailure {

    public NoDrawNeeded() {
        super(
                Kind.CONFLICT,
                "no-draw-needed",
                "D19: in this round everybody left is admitted at the freeze, without a draw");
    }
}
