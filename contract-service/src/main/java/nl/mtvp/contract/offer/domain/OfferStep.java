package nl.mtvp.contract.offer.domain;

/** What can happen to an offer: a command of ours, a message of the portal, or time going by (D25). */
public enum OfferStep {
    /** By our own API, at the moment of the command. */
    ACCEPT,
    REFUSE,
    WITHDRAW,
    /** Another contract of the pair came about. */
    OVERTAKE,
    /** In the portal, at the moment of the signature. */
    ACCEPT_IN_PORTAL,
    REFUSE_IN_PORTAL,
    /** The portal says when it closed the offer without a signature. */
    CONFIRM_WITHDRAWAL,
    CONFIRM_EXPIRY,
    /** The clock has moved on. */
    EXPIRE,
    /** The portal has been silent for too long. */
    GIVE_UP_WAITING
}
