package nl.mtvp.contract.portal.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.offer.domain.Notice;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.json.CanonicalJson;

/**
 * A message to the portal: its content is fixed when it is made, and the same in every repetition.
 *
 * @param version what it tells of the offer, if it does
 */
public record OutgoingMessage(
        UUID messageId, Notice.Kind kind, Offer offer, String content, Optional<SentVersion> version) {

    /** Whose offer it is, by the names that the portal shows. */
    public record Parties(String insurerName, String practiceName, Kvk kvk) {}

    private record OfferMessage(
            UUID messageId,
            Notice.Kind kind,
            UUID offerId,
            int offerVersion,
            Instant sentAt,
            OfferDocument offer,
            String offerDigest) {}

    private record WithdrawalRequest(
            UUID messageId, Notice.Kind kind, UUID offerId, int offerVersion, Instant sentAt, String reason) {}

    private record ExpiryRequest(UUID messageId, Notice.Kind kind, UUID offerId, int offerVersion, Instant sentAt) {}

    public static OutgoingMessage of(UUID id, Notice notice, Parties parties, Instant now) {
        var kind = notice.kind();
        var offer = notice.offer();
        return switch (kind) {
            case OFFER, EXTENSION -> {
                var document = OfferDocument.of(offer, parties.insurerName(), parties.practiceName(), parties.kvk());
                var digest = document.digest();
                var message = new OfferMessage(id, kind, offer.id(), offer.version(), now, document, digest);
                yield of(id, notice, message, Optional.of(new SentVersion(digest, document.expiresAt())));
            }
            case WITHDRAWAL_REQUEST -> {
                var reason = notice.reason().orElseThrow();
                var message = new WithdrawalRequest(id, kind, offer.id(), offer.version(), now, reason);
                yield of(id, notice, message, Optional.empty());
            }
            case EXPIRY_REQUEST ->
                of(id, notice, new ExpiryRequest(id, kind, offer.id(), offer.version(), now), Optional.empty());
        };
    }

    private static OutgoingMessage of(UUID id, Notice notice, Object message, Optional<SentVersion> version) {
        var content = new String(CanonicalJson.bytes(message), StandardCharsets.UTF_8);
        return new OutgoingMessage(id, notice.kind(), notice.offer(), content, version);
    }
}
