package nl.mtvp.contract.portal.domain;

/** What became of a message (D36). */
public enum MessageState {
    /** Waits for its delivery, or for the next try. */
    PENDING,
    /** The portal gave a receipt. */
    DELIVERED,
    /** Never sent: the offer was closed, or extended, before. */
    CANCELLED,
    /** The portal's answer took effect, or had nothing new to say. */
    APPLIED,
    /** Could not be delivered, or not be applied: a person has to look. */
    DEAD_LETTER
}
