package nl.mtvp.plan.admission.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import org.threeten.extra.YearQuarter;

/** A preference comes too late for the round that is under way (D17). */
public class PreferencesClosed extends DomainFailure {

    public PreferencesClosed(YearQuarter quarter, String since) {
        super(
                Kind.CONFLICT,
                "preferences-closed",
                "D17: preferences for " + quarter + " were taken until " + since
                        + "; state this one again once that round has closed, and it counts from the next round on");
    }
}
