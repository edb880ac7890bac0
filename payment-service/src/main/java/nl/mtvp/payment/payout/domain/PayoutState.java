package nl.mtvp.payment.payout.domain;

/** The life of a payout: made ready, then booked with its file by another's approval, or withdrawn. */
public enum PayoutState {
    DRAFT,
    BOOKED,
    WITHDRAWN
}
