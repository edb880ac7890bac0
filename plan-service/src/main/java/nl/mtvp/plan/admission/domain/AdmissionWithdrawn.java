package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;

/** The admission was withdrawn before. */
public class AdmissionWithdrawn extends DomainFailure {

    public AdmissionWithdrawn(Agb agb) {
        super(Kind.CONFLICT, "admission-withdrawn", "the admission of practice " + agb + " is withdrawn already");
    }
}
