package nl.mtvp.contract.offer.domain;

/** Where an offer stands (D25). */
public enum OfferState {
    /** Voorgesteld: open until its expiry. */
    PROPOSED,
    /** Past its expiry by our clock; the portal has not said yet whether somebody signed before. */
    EXPIRING,
    /** The insurer wants it back; the portal has not said yet whether somebody signed before. */
    WITHDRAWING,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    /** Another way to a contract of the same pair was faster (D30). */
    OVERTAKEN;

    /** Whether a signature may still be under way. */
    public boolean isOpen() {
        return this == PROPOSED || this == EXPIRING || this == WITHDRAWING;
    }
}
