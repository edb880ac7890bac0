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

    public static OutgoingMessage of(UUID messageId, Notice notice, Parties parties, Instant now) {
        var offer = notice.offer();
        return switch (notice.kind()) {
            case OFFER, EXTENSION -> {
                var document = OfferDocument.of(offer, parties.insurerName(), parties.practiceName(), parties.kvk());
                var digest = document.digest();
                var message =
                        new OfferMessage(messageId, notice.kind(), offer.id(), offer.version(), now, document, digest);
                var version = new SentVersion(digest, document.expiresAt());
                yield new OutgoingMessage(messageId, notice.kind(), offer, json(message), Optional.of(version));
            }
            case WITHDRAWAL_REQUEST ->
                new OutgoingMessage(
                        messageId,
                        notice.kind(),
                        offer,
                        json(new WithdrawalRequest(
                                messageId,
                                notice.kind(),
                                offer.id(),
                                offer.version(),
                                now,
                                notice.reason().orElseThrow())),
                        Optional.empty());
            case EXPIRY_REQUEST ->
                new OutgoingMessage(
                        messageId,
                        notice.kind(),
                        offer,
                        json(new ExpiryRequest(messageId, notice.kind(), offer.id(), offer.version(), now)),
                        Optional.empty());
        };
    }

    private static String json(Object message) {
        return new String(CanonicalJson.bytes(message), StandardCharsets.UTF_8);
    }
}
