package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The life of an offer that was never delivered to a portal (D25): our clock decides, at the moment of the command. An
 * offer is open up to, and not at, its expiry.
 */
public final class OfferLife {

    private OfferLife() {}

    /** The state at a moment of an offer whose last recorded state is given. */
    public static OfferState at(OfferState recorded, Instant expiresAt, Instant moment) {
        boolean lapsed = recorded == OfferState.PROPOSED && !moment.isBefore(expiresAt);
        return lapsed ? OfferState.EXPIRED : recorded;
    }

    /** The state that a step at a moment leads to, or nothing where the offer is no longer open. */
    public static Optional<OfferState> after(OfferState recorded, Instant expiresAt, OfferStep step, Instant moment) {
        return at(recorded, expiresAt, moment) == OfferState.PROPOSED ? Optional.of(step.result()) : Optional.empty();
    }
}
