package nl.mtvp.contract.portal.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.offer.domain.Affirmations;
import nl.mtvp.contract.offer.domain.PortalAnswer;
import nl.mtvp.contract.offer.domain.PortalAnswer.Signatory;

/**
 * A message of the portal, as its interface describes it. Its property names are those of the interface: its canonical
 * JSON is what is kept of it.
 *
 * @param signatory of a signature, else null, as are the three that follow where the kind has none
 */
public record IncomingMessage(
        UUID messageId,
        IncomingKind kind,
        UUID offerId,
        int offerVersion,
        Instant sentAt,
        Instant closedAt,
        Signatory signatory,
        String offerDigest,
        Affirmations affirmations,
        boolean othersMayFollow,
        String reason) {

    public IncomingMessage {
        Present.all(messageId, kind, offerId, closedAt);
    }

    /** What it says about the offer, in the version that it is about. */
    public PortalAnswer answer(String client, SentVersion version) {
        return new PortalAnswer(
                messageId,
                client,
                kind.step(),
                offerId,
                offerVersion,
                version.expiresAt(),
                closedAt,
                Optional.ofNullable(signatory),
                affirmations == null ? new Affirmations(false, false, false) : affirmations,
                othersMayFollow,
                Optional.ofNullable(reason));
    }
}
