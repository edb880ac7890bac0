package nl.mtvp.contract.offer.domain;

import java.util.Optional;
import nl.mtvp.contract.contract.domain.Present;

/**
 * Something that the portal is to learn of an offer (D25, D36).
 *
 * @param reason why it is withdrawn, when it is
 */
public record Notice(Kind kind, Offer offer, Optional<String> reason) {

    /** What it says. */
    public enum Kind {
        OFFER,
        EXTENSION,
        WITHDRAWAL_REQUEST,
        EXPIRY_REQUEST
    }

    public Notice {
        Present.all(kind, offer);
        if ((kind == Kind.WITHDRAWAL_REQUEST) != reason.isPresent()) {
            throw new IllegalArgumentException("a withdrawal, and nothing else, has a reason");
        }
    }

    public static Notice of(Kind kind, Offer offer) {
        return new Notice(kind, offer, Optional.empty());
    }

    public static Notice withdrawal(Offer offer, String reason) {
        return new Notice(Kind.WITHDRAWAL_REQUEST, offer, Optional.of(reason));
    }
}
