package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;

/** No RHO declared the practice, or it is not for who asks. */
public class PracticeNotFound extends DomainFailure {

    public PracticeNotFound(Agb agb) {
        super(Kind.NOT_FOUND, "practice-not-found", "no practice that you may see has the AGB code " + agb);
    }
}
