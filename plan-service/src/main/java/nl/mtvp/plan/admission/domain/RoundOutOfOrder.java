package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import org.threeten.extra.YearQuarter;

/** A round would come before one that the region has had (D16). */
public class RoundOutOfOrder extends DomainFailure {

    public RoundOutOfOrder(YearQuarter latest) {
        super(Kind.CONFLICT, "round-out-of-order", "D16: rounds follow each other; the last one was for " + latest);
    }
}
