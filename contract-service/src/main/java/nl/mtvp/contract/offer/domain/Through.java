package nl.mtvp.contract.offer.domain;

/** What brought an offer to its end (D25). */
public enum Through {
    /** A command of ours: answered here, withdrawn before it was handed over, or overtaken. */
    COMMAND,
    /** Our clock, since it was never handed over. */
    CLOCK,
    /** What happened in the portal. */
    PORTAL,
    /** Five working days without contact. */
    SILENCE
}
