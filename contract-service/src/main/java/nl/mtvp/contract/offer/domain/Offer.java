package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * An offer as it is recorded; what it is at a moment, {@link OfferLife} says.
 *
 * @param version rises when the offer's terms change; the certificate names it
 * @param closing how it ended, when it did
 */
public record Offer(
        UUID id,
        int version,
        OfferKind kind,
        Proposal terms,
        Basis basis,
        Instant proposedAt,
        OfferState recorded,
        Optional<Closing> closing) {

    /** The end of an offer: when, and in the words of who ended it, why. */
    public record Closing(Instant at, Optional<String> reason) {}

    public Offer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(recorded, "recorded");
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        if (!terms.expiresAt().isAfter(proposedAt)) {
            throw new IllegalArgumentException("an offer expires after it was proposed");
        }
        if (recorded == OfferState.PROPOSED && closing.isPresent()) {
            throw new IllegalArgumentException("an open offer has no end");
        }
    }

    /** A new offer, which our clock closes unless somebody is faster. */
    public static Offer proposed(UUID id, Proposal terms, Basis basis, Instant now) {
        return new Offer(id, 1, OfferKind.DIRECT, terms, basis, now, OfferState.PROPOSED, Optional.empty());
    }

    public OfferState at(Instant moment) {
        return OfferLife.at(recorded, terms.expiresAt(), moment);
    }

    /**
     * The offer with a later expiry, as a new version (D25).
     *
     * @throws OfferNotOpen if it was closed, or lapsed, before
     * @throws InvalidInput if the expiry is not later than it was
     */
    public Offer extendedUntil(Instant expiresAt, Instant now) {
        if (at(now) != OfferState.PROPOSED) {
            throw new OfferNotOpen(at(now));
        }
        if (!expiresAt.isAfter(terms.expiresAt())) {
            throw new InvalidInput(Fault.inBody(
                    "/expiresAt",
                    "not-later",
                    "an offer is extended, never shortened: it expires at " + terms.expiresAt() + " already (D25)"));
        }
        return new Offer(id, version + 1, kind, terms.until(expiresAt), basis, proposedAt, recorded, closing);
    }

    /**
     * The offer after a step.
     *
     * @throws OfferNotOpen if it was closed, or lapsed, before
     */
    public Offer after(OfferStep step, Instant now, Optional<String> reason) {
        var next = OfferLife.after(recorded, terms.expiresAt(), step, now).orElseThrow(() -> new OfferNotOpen(at(now)));
        return new Offer(id, version, kind, terms, basis, proposedAt, next, Optional.of(new Closing(now, reason)));
    }
}
