package nl.mtvp.contract.party.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** A label belongs to one insurer on any day (D22). */
public class LabelTaken extends DomainFailure {

    public LabelTaken(Uzovi label) {
        super(
                Kind.CONFLICT,
                "label-taken",
                "label " + label + " belongs to an insurer on some of these days already; end that first (D22)");
    }
}
