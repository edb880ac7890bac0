package nl.mtvp.contract.offer.domain;

/** Where an offer stands (D25). Everything but PROPOSED is final. */
public enum OfferState {
    /** Voorgesteld: open until its expiry. */
    PROPOSED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    /** Another way to a contract of the same pair was faster (D30). */
    OVERTAKEN
}
