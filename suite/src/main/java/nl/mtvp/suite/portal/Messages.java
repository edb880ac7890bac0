package nl.mtvp.suite.portal;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.common.Json;

/** The form of what contract-service sends, as {@code openapi/zorginkoopportaal.yaml} describes it. */
final class Messages {

    private static final List<String> OF_ALL = List.of("messageId", "kind", "offerId", "offerVersion", "sentAt");
    private static final List<String> OF_OFFERS = List.of("offer", "offerDigest");
    private static final Map<String, List<String>> FURTHER = Map.ofEntries(
            entry("OFFER", OF_OFFERS),
            entry("EXTENSION", OF_OFFERS),
            entry("WITHDRAWAL_REQUEST", List.of("reason")),
            entry("EXPIRY_REQUEST", List.of()));
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private Messages() {}

    /** @throws Refusal naming everything that is wrong with it */
    static void check(JsonNode message) {
        var faults = new ArrayList<Refusal.Fault>();
        var further = FURTHER.get(text(message, "kind"));
        if (further == null) {
            faults.add(Refusal.Fault.inBody("/kind", "malformed", "one of " + FURTHER.keySet()));
            further = List.of();
        }
        var known = new ArrayList<>(OF_ALL);
        known.addAll(further);
        known.stream()
                .filter(property -> !message.hasNonNull(property))
                .forEach(property -> faults.add(Refusal.Fault.inBody("/" + property, "missing", "is needed")));
        message.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                faults.add(Refusal.Fault.inBody("/" + property, "unknown", "is not known"));
            }
        });
        for (var id : List.of("messageId", "offerId")) {
            if (message.hasNonNull(id) && !message.path(id).asText().matches(UUID)) {
                faults.add(Refusal.Fault.inBody("/" + id, "malformed", "a UUID is needed"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(400, "invalid-input", "the message is not of the agreed form", faults);
        }
        if (message.has("offer") && !Json.digest(message.path("offer")).equals(text(message, "offerDigest"))) {
            throw new Refusal(400, "digest-mismatch", "the digest is not that of the offer");
        }
    }
}
