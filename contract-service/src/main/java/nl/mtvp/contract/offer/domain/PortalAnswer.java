package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Kvk;

/**
 * How the portal says that an offer ended there (D25, D36).
 *
 * @param client the portal's name in its token
 * @param version the one that was open in the portal, and when that expires
 * @param at the portal's moment of the end
 * @param signatory who signed, when somebody did
 */
public record PortalAnswer(
        UUID messageId,
        String client,
        OfferStep step,
        UUID offerId,
        int version,
        Instant expiresAt,
        Instant at,
        Optional<Signatory> signatory,
        Affirmations affirmations,
        boolean othersMayFollow,
        Optional<String> reason) {

    /** A person who signed in the portal, for an enterprise. */
    public record Signatory(String subject, String name, Kvk kvk) {}

    public PortalAnswer {
        Present.all(messageId, client, step, offerId, expiresAt, at);
        boolean signed = step == OfferStep.ACCEPT_IN_PORTAL || step == OfferStep.REFUSE_IN_PORTAL;
        if (signed != signatory.isPresent()) {
            throw new IllegalArgumentException("a signature, and nothing else, has a signatory");
        }
    }
}
