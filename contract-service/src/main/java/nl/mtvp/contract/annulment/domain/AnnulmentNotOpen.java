package nl.mtvp.contract.annulment.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The proposal was answered before (D28). */
public class AnnulmentNotOpen extends DomainFailure {

    public AnnulmentNotOpen(AnnulmentState state) {
        super(Kind.CONFLICT, "annulment-not-open", "the annulment is " + state + " already (D28)");
    }
}
