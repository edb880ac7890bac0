package nl.mtvp.contract.administrative.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** An agreement becomes a contract once (D25). */
public class RecordedAlready extends DomainFailure {

    public RecordedAlready() {
        super(Kind.CONFLICT, "recorded-already", "this agreement was approved before and is a contract (D25)");
    }
}
