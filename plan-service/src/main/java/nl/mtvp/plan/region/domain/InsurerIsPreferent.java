package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** The insurer negotiates in the region already. */
public class InsurerIsPreferent extends DomainFailure {

    public InsurerIsPreferent(String region, Uzovi uzovi) {
        super(
                Kind.CONFLICT,
                "insurer-is-preferent",
                "insurer " + uzovi + " is preferent in region " + region + " already");
    }
}
