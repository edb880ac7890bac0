package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.suite.common.Json;

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

    PortalOffer accepted(JsonNode signature, Instant at) {
        var message = signed("ACCEPTED", signature, at);
        message.set("affirmations", signature.path("affirmations"));
        return closedBy(
                message.put("othersMayFollow", signature.path("othersMayFollow").asBoolean()));
    }

    PortalOffer refused(JsonNode refusal, Instant at) {
        return closedBy(signed("REFUSED", refusal, at).put("reason", text(refusal, "reason")));
    }

    PortalOffer withdrawn(Instant at) {
        return closedBy(message("WITHDRAWAL_CONFIRMED", at));
    }

    PortalOffer expired(Instant at) {
        return closedBy(message("EXPIRY_CONFIRMED", at));
    }

    private PortalOffer closedBy(JsonNode message) {
        return new PortalOffer(id, version, document, digest, Optional.of(message));
    }

    private ObjectNode signed(String kind, JsonNode signature, Instant at) {
        var message = message(kind, at).put("offerDigest", digest);
        message.putObject("signatory")
                .put("subject", text(signature, "subject"))
                .put("name", text(signature, "name"))
                .put("kvk", text(signature, "kvk"));
        return message;
    }

    /** One closing, one id: a portal that starts anew from its journal tells the same fact under the same id. */
    private ObjectNode message(String kind, Instant at) {
        var closingId = UUID.nameUUIDFromBytes(("closing of " + id).getBytes(StandardCharsets.UTF_8));
        return Json.MAPPER
                .createObjectNode()
                .put("messageId", closingId.toString())
                .put("kind", kind)
                .put("offerId", id.toString())
                .put("offerVersion", version)
                .put("sentAt", at.toString())
                .put("closedAt", at.toString());
    }
}
