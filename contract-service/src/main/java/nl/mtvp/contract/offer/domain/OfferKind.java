package nl.mtvp.contract.offer.domain;

/** How an offer came about. */
public enum OfferKind {
    /** Made by the insurer to the practice, of its own accord. */
    DIRECT
}
