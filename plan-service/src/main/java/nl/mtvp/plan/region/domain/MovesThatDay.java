package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;

/** The practice moves on that day already, and has one place at a time (D5). */
public class MovesThatDay extends DomainFailure {

    public MovesThatDay(Agb agb, Affiliation last) {
        super(
                Kind.CONFLICT,
                "moves-that-day",
                "D5: practice " + agb + " moves to " + last.region() + "/" + last.hub() + " on that day already");
    }
}
