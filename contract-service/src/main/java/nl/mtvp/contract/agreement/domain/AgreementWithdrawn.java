package nl.mtvp.contract.agreement.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A withdrawn agreement is neither arranged, corrected nor withdrawn any more (D32). */
public class AgreementWithdrawn extends DomainFailure {

    public AgreementWithdrawn() {
        super(
                Kind.CONFLICT,
                "agreement-withdrawn",
                "this agreement was withdrawn; look at the one that replaced it, or register it anew (D32)");
    }
}
