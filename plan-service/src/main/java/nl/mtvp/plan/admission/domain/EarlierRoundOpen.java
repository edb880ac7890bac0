package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import org.threeten.extra.YearQuarter;

/** The region has a round that is not closed yet (D18). */
public class EarlierRoundOpen extends DomainFailure {

    public EarlierRoundOpen(YearQuarter quarter) {
        super(
                Kind.CONFLICT,
                "earlier-round-open",
                "D18: the round for " + quarter + " is not closed yet, and decides who is left");
    }
}
