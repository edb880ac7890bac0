package nl.mtvp.plan.region.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;

/** The practice would move to where it is (D5). */
public class PracticeIsThere extends DomainFailure {

    public PracticeIsThere(Agb agb, Affiliation last) {
        super(
                Kind.CONFLICT,
                "practice-is-there",
                "D5: practice " + agb + " belongs to " + last.region() + "/" + last.hub() + " already");
    }
}
