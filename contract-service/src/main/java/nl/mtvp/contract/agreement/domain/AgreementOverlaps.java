package nl.mtvp.contract.agreement.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A pair has one existing agreement on any day (D32). */
public class AgreementOverlaps extends DomainFailure {

    public AgreementOverlaps() {
        super(
                Kind.CONFLICT,
                "agreement-overlaps",
                "an existing agreement of this pair is registered for some of these days; register what is paid on a"
                        + " day as one (D32)");
    }
}
