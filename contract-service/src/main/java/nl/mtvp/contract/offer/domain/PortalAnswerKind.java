package nl.mtvp.contract.offer.domain;

/** How an offer ended in the portal, by its message. */
public enum PortalAnswerKind {
    ACCEPTED(OfferStep.ACCEPT_IN_PORTAL),
    REFUSED(OfferStep.REFUSE_IN_PORTAL),
    WITHDRAWAL_CONFIRMED(OfferStep.CONFIRM_WITHDRAWAL),
    EXPIRY_CONFIRMED(OfferStep.CONFIRM_EXPIRY);

    private final OfferStep step;

    PortalAnswerKind(OfferStep step) {
        this.step = step;
    }

    public OfferStep step() {
        return step;
    }

    public boolean isSigned() {
        return this == ACCEPTED || this == REFUSED;
    }
}
