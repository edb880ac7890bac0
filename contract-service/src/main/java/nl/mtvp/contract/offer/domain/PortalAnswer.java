package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Kvk;

/**
 * A message of the portal, which says how an offer ended there (D25, D36). Its property names are those of the portal's
 * interface: its canonical JSON is what is kept of it.
 *
 * @param offerVersion the one that was open in the portal
 * @param closedAt the portal's moment of the end
 * @param signatory of a signature, else null, as are the three that follow where the kind has none
 */
public record PortalAnswer(
        UUID messageId,
        PortalAnswerKind kind,
        UUID offerId,
        int offerVersion,
        Instant sentAt,
        Instant closedAt,
        Signatory signatory,
        String offerDigest,
        Affirmations affirmations,
        boolean othersMayFollow,
        String reason) {

    /** A person who signed in the portal, for an enterprise. */
    public record Signatory(String subject, String name, Kvk kvk) {}

    public PortalAnswer {
        Present.all(messageId, kind, offerId, closedAt);
        if (kind.isSigned() != (signatory != null)) {
            throw new IllegalArgumentException("a signature, and nothing else, has a signatory");
        }
    }
}
