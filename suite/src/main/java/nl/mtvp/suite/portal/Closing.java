package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Fields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The messages that tell how an offer closed. */
final class Closing {

    private Closing() {}

    static ObjectNode accepted(PortalOffer offer, JsonNode signature, Instant at) {
        var message = signed("ACCEPTED", offer, signature, at);
        message.set("affirmations", signature.path("affirmations"));
        return message.put("othersMayFollow", signature.path("othersMayFollow").asBoolean());
    }

    static ObjectNode refused(PortalOffer offer, JsonNode refusal, Instant at) {
        return signed("REFUSED", offer, refusal, at).put("reason", text(refusal, "reason"));
    }

    static ObjectNode withdrawn(PortalOffer offer, Instant at) {
        return message("WITHDRAWAL_CONFIRMED", offer, at);
    }

    static ObjectNode expired(PortalOffer offer, Instant at) {
        return message("EXPIRY_CONFIRMED", offer, at);
    }

    private static ObjectNode signed(String kind, PortalOffer offer, JsonNode signature, Instant at) {
        var message = message(kind, offer, at).put("offerDigest", offer.digest());
        message.putObject("signatory")
                .put("subject", text(signature, "subject"))
                .put("name", text(signature, "name"))
                .put("kvk", text(signature, "kvk"));
        return message;
    }

    private static ObjectNode message(String kind, PortalOffer offer, Instant at) {
        return Json.MAPPER
                .createObjectNode()
                .put("messageId", offer.closingId().toString())
                .put("kind", kind)
                .put("offerId", offer.id().toString())
                .put("offerVersion", offer.version())
                .put("sentAt", at.toString())
                .put("closedAt", at.toString());
    }
}
