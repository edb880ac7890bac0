package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;

/** The round did not admit the practice. */
public class AdmissionNotFound extends DomainFailure {

    public AdmissionNotFound(Agb agb) {
        super(Kind.NOT_FOUND, "admission-not-found", "this round did not admit practice " + agb);
    }
}
