package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import org.threeten.extra.YearQuarter;

/** A draw is repeated only while nothing was built on it (D20). */
public class LaterRoundOpened extends DomainFailure {

    public LaterRoundOpened(YearQuarter later) {
        super(
                Kind.CONFLICT,
                "later-round-opened",
                "D20: the round for " + later + " builds on this one, whose draw can no longer be repeated");
    }
}
