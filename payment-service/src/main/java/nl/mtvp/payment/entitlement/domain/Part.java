package nl.mtvp.payment.entitlement.domain;

/** A part of a difference that has one cause and one component: cents that are never zero (D44, D45). */
public record Part(Cause cause, Component component, long cents) {

    public Part {
        if (cents == 0) {
            throw new IllegalArgumentException("a part of nothing is no part");
        }
    }
}
