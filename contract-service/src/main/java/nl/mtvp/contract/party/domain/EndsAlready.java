package nl.mtvp.contract.party.domain;

import java.time.LocalDate;
import nl.mtvp.kernel.failure.DomainFailure;

/** What ends on or before a day cannot be ended on that day. */
public class EndsAlready extends DomainFailure {

    public EndsAlready(LocalDate until) {
        super(Kind.CONFLICT, "ends-already", "it ends on " + until + " already, and an end only moves forward");
    }
}
