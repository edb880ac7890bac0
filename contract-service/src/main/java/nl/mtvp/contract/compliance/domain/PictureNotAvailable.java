package nl.mtvp.contract.compliance.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Plan-service does not tell what the practice did; nothing is decided without it (D33). */
public class PictureNotAvailable extends DomainFailure {

    public PictureNotAvailable(String why) {
        super(
                Kind.UNAVAILABLE,
                "picture-not-available",
                "what the practice did (praktijkplan, intervisie, interventions) is not available: " + why
                        + "; nothing is decided without it, so try again later (D33)");
    }
}
