package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** The insurer decided on this version before (D6). */
public class InsurerHasDecided extends DomainFailure {

    public InsurerHasDecided(Uzovi uzovi) {
        super(
                Kind.CONFLICT,
                "insurer-has-decided",
                "D6: insurer " + uzovi
                        + " has decided on this version; a decision is not changed, a new version is decided anew");
    }
}
