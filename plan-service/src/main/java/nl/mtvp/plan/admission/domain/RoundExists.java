package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import org.threeten.extra.YearQuarter;

/** The region has a round for the quarter (D16). */
public class RoundExists extends DomainFailure {

    public RoundExists(String region, YearQuarter quarter) {
        super(Kind.CONFLICT, "round-exists", "region " + region + " has a round for " + quarter + " already");
    }
}
