package nl.mtvp.contract.succession.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A succession is confirmed once (D35). */
public class ConfirmedAlready extends DomainFailure {

    public ConfirmedAlready() {
        super(Kind.CONFLICT, "confirmed-already", "this succession was confirmed before (D35)");
    }
}
