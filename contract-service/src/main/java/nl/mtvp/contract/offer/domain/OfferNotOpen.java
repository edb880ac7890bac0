package nl.mtvp.contract.offer.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Only an open offer can be accepted, refused, withdrawn or extended (D25). */
public class OfferNotOpen extends DomainFailure {

    public OfferNotOpen(OfferState state) {
        super(Kind.CONFLICT, "offer-not-open", "the offer is " + state + ", which is final (D25)");
    }
}
