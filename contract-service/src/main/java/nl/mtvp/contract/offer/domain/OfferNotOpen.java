package nl.mtvp.contract.offer.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The offer is not in a state, or not in the hands, in which this could be done with it (D25). */
public class OfferNotOpen extends DomainFailure {

    public OfferNotOpen(OfferState state) {
        super(
                Kind.CONFLICT,
                "offer-not-open",
                "the offer is " + state
                        + ", and only while it is PROPOSED this can be done with it (D25); make a new offer if the pair"
                        + " has no contract");
    }

    public OfferNotOpen(Turn.Refusal refusal) {
        super(Kind.CONFLICT, refusal.code(), refusal.detail());
    }
}
