package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** An insurer that was not preferent at the submission would decide (D6). */
public class InsurerDoesNotDecide extends DomainFailure {

    public InsurerDoesNotDecide(Uzovi uzovi) {
        super(
                Kind.FORBIDDEN,
                "insurer-does-not-decide",
                "D6: insurer " + uzovi + " was not preferent in a region of this plan when it was submitted");
    }
}
