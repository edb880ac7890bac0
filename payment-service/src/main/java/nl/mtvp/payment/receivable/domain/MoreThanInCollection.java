package nl.mtvp.payment.receivable.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.money.Euro;

/** No more comes back from collection than is there. */
public class MoreThanInCollection extends DomainFailure {

    public MoreThanInCollection(Euro asked, Euro inCollection) {
        super(
                Kind.CONFLICT,
                "more-than-in-collection",
                asked + " cannot come back: " + inCollection + " of this creditor is in collection (D50)");
    }
}
