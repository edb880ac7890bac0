package nl.mtvp.payment.payout.domain;

/** Why a creditor that is owed something is not paid (D50, D51). */
public enum Held {
    /** It has no bank account in force. */
    NO_ACCOUNT,
    /** Its bank account is new. */
    COOLING
}
