package nl.mtvp.plan.praktijkplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;

/** No RHO declared the practice (D5). */
public class PracticeNotRegistered extends DomainFailure {

    public PracticeNotRegistered(Agb agb) {
        super(
                Kind.CONFLICT,
                "practice-not-registered",
                "practice " + agb + " is not registered; its RHO declares it first");
    }
}
