package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An offer as the portal keeps it: the version that it shows and, once it has closed, the message that tells how. An
 * offer closes once; whatever comes later finds it closed.
 *
 * @param document what signatories are shown, and sign
 */
record PortalOffer(UUID id, int version, JsonNode document, String digest, Optional<JsonNode> closing) {

    static final String OPEN = "OPEN";

    static PortalOffer of(JsonNode message) {
        return new PortalOffer(
                UUID.fromString(text(message, "offerId")),
                message.path("offerVersion").asInt(),
                message.path("offer"),
                text(message, "offerDigest"),
                Optional.empty());
    }

    Instant expiresAt() {
        return Instant.parse(text(document, "expiresAt"));
    }

    String kvk() {
        return text(document, "kvk");
    }

    boolean isOpen() {
        return closing.isEmpty();
    }

    /** {@code OPEN}, or the kind of the message that closed it. */
    String state() {
        return closing.map(message -> text(message, "kind")).orElse(OPEN);
    }

    /** One closing, one id: a portal that starts anew from its journal tells the same fact under the same id. */
    UUID closingId() {
        return UUID.nameUUIDFromBytes(("closing of " + id).getBytes(StandardCharsets.UTF_8));
    }

    PortalOffer extendedTo(JsonNode message) {
        return of(message);
    }

    PortalOffer closedBy(JsonNode message) {
        return new PortalOffer(id, version, document, digest, Optional.of(message));
    }
}
