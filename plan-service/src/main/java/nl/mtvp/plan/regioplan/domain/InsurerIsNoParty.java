package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** An insurer that was not preferent at the submission would speak about the version. */
public class InsurerIsNoParty extends DomainFailure {

    public InsurerIsNoParty(Uzovi uzovi) {
        super(
                Kind.FORBIDDEN,
                "insurer-is-no-party",
                "D6: RHO and preferent insurers talk a submitted version over; insurer " + uzovi + " is none of them");
    }
}
