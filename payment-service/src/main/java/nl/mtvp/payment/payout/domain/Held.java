package nl.mtvp.payment.payout.domain;

/** Why a creditor that is owed something is not paid (D50, D51). */
public enum Held {
    /** It has no bank account in force on the day of the transfer. */
    NO_ACCOUNT,
    /** Its bank account is new. */
    COOLING,
    /** Its account's holder or address is written so that no bank takes it; accounts of today are refused then. */
    ACCOUNT_TEXT,
    /** Money came back from its account as from one that is closed or does not exist, and none was approved since. */
    RETURNED
}
