package nl.mtvp.contract.measure.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Payment-service does not tell what a clawback takes; nobody decides on it without (D34). */
public class TakingsNotAvailable extends DomainFailure {

    public TakingsNotAvailable(String why) {
        super(
                Kind.UNAVAILABLE,
                "takings-not-available",
                "what the clawback takes from practice and RHO is not available: " + why
                        + "; nobody decides on it without, so try again later (D34)");
    }
}
