package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Basis;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.offer.domain.Turn.End;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * An offer as it is recorded; what it is at a moment, {@link OfferLife} says.
 *
 * @param version rises when the offer's terms change; the certificate names it
 * @param handedOver whether the portal may know of it, so that it decides how it ends
 * @param replaces the earlier offer of the pair that came to nothing, if this one is made again
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
        boolean handedOver,
        Optional<UUID> replaces,
        Optional<Closing> closing) {

    /** The end of an offer, and in the words of who ended it, why. */
    public record Closing(End how, Optional<String> reason) {

        public Instant at() {
            return how.at();
        }
    }

    public Offer {
        Present.all(id, kind, terms, basis, recorded);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        if (!terms.expiresAt().isAfter(proposedAt)) {
            throw new IllegalArgumentException("an offer expires after it was proposed");
        }
        new OfferLife(recorded, terms.expiresAt(), handedOver, closing.map(Closing::how));
    }

    /** A new offer. */
    public static Offer proposed(UUID id, Proposal terms, Basis basis, Optional<UUID> replaces, Instant now) {
        return new Offer(
                id, 1, OfferKind.DIRECT, terms, basis, now, OfferState.PROPOSED, false, replaces, Optional.empty());
    }

    public OfferState at(Instant moment) {
        return life().at(moment);
    }

    /**
     * The offer with a later expiry, as a new version (D25).
     *
     * @throws OfferRefused if it was closed, or lapsed, before
     * @throws InvalidInput if the expiry is not later than it was
     */
    public Offer extendedUntil(Instant expiresAt, Instant now) {
        if (at(now) != OfferState.PROPOSED) {
            throw OfferRefused.notOpen(at(now));
        }
        if (!expiresAt.isAfter(terms.expiresAt())) {
            throw new InvalidInput(Fault.inBody(
                    "/expiresAt",
                    "not-later",
                    "an offer is extended, never shortened: it expires at " + terms.expiresAt() + " already (D25)"));
        }
        return inVersion(version + 1, expiresAt);
    }

    /** The same offer in another of its versions: versions differ in their expiry only. */
    public Offer inVersion(int other, Instant expiresAt) {
        return new Offer(
                id, other, kind, terms.until(expiresAt), basis, proposedAt, recorded, handedOver, replaces, closing);
    }

    /**
     * The offer after a step; the same one where the step changes nothing.
     *
     * @param moment of the step: now, or what the portal says
     * @throws OfferRefused if the offer's life does not allow it
     */
    public Offer after(OfferStep step, Instant moment, Optional<String> reason) {
        var turn = life().after(step, moment);
        turn.refusal().ifPresent(refusal -> {
            throw OfferRefused.notApplicable(refusal.code(), refusal.detail());
        });
        return turn.next()
                .map(next -> new Offer(
                        id,
                        version,
                        kind,
                        terms,
                        basis,
                        proposedAt,
                        next,
                        handedOver,
                        replaces,
                        turn.end().map(end -> new Closing(end, reason))))
                .orElse(this);
    }

    private OfferLife life() {
        return new OfferLife(recorded, terms.expiresAt(), handedOver, closing.map(Closing::how));
    }
}
