package nl.mtvp.contract.offer.domain;

/** What somebody does with an open offer (D25). */
public enum OfferStep {
    ACCEPT(OfferState.ACCEPTED),
    REFUSE(OfferState.REFUSED),
    WITHDRAW(OfferState.WITHDRAWN),
    OVERTAKE(OfferState.OVERTAKEN);

    private final OfferState result;

    OfferStep(OfferState result) {
        this.result = result;
    }

    OfferState result() {
        return result;
    }
}
