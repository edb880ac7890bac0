package nl.mtvp.contract.party.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** An insurer is registered once (D22). */
public class InsurerRegistered extends DomainFailure {

    public InsurerRegistered(Uzovi uzovi) {
        super(Kind.CONFLICT, "insurer-registered", "insurer " + uzovi + " is registered already (D22)");
    }
}
