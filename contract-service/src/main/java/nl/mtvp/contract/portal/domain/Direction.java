package nl.mtvp.contract.portal.domain;

/** Which way a message goes. */
public enum Direction {
    /** To the portal. */
    OUTGOING,
    /** From the portal. */
    INCOMING
}
