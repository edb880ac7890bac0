package nl.mtvp.payment.ledger.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** Who asks may not see this insurer's books. */
public class InsurerNotVisible extends DomainFailure {

    public InsurerNotVisible(Uzovi uzovi) {
        super(Kind.NOT_FOUND, "insurer-not-found", "there is no insurer " + uzovi + " whose books you may see");
    }
}
