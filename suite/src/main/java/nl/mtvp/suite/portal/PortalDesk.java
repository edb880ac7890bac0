package nl.mtvp.suite.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;

/** The signatories' desk at the portal simulator of a stack: what they see, and what they sign. */
public final class PortalDesk {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI address;
    private final String password;
    private final HttpClient http = Io.http();

    public PortalDesk(URI address, String password) {
        this.address = address;
        this.password = password;
    }

    /**
     * An offer as the portal shows it.
     *
     * @param state {@code OPEN}, or the kind of the message that closed it
     * @param told whether contract-service gave its receipt for that message
     */
    public record Shown(
            UUID id,
            int version,
            String uzovi,
            String agb,
            String kvk,
            String expiresAt,
            String state,
            String closedAt,
            boolean told) {}

    /** Who signs, and for which enterprise. */
    public record Signatory(String subject, String name, String kvk) {}

    /** The conditions of the minimum hurdle, each affirmed by itself (D26). */
    public record Affirmations(boolean learningEnvironment, boolean regionalApproach, boolean growthModel) {

        public static final Affirmations ALL = new Affirmations(true, true, true);
    }

    /** What the portal answered. */
    public record Reply(int status, JsonNode body) {}

    public List<Shown> offers() {
        return List.of(Json.MAPPER.convertValue(call("GET", "/offers", null).body(), Shown[].class));
    }

    public Reply accept(UUID offer, Signatory signatory, Affirmations affirmations) {
        return accept(offer, signatory, affirmations, false);
    }

    /** @param othersMayFollow whether other insurers may take over what was agreed (D30) */
    public Reply accept(UUID offer, Signatory signatory, Affirmations affirmations, boolean othersMayFollow) {
        ObjectNode body = Json.MAPPER.valueToTree(signatory);
        body.set("affirmations", Json.MAPPER.valueToTree(affirmations));
        return call("POST", "/offers/" + offer + "/acceptances", body.put("othersMayFollow", othersMayFollow));
    }

    public Reply refuse(UUID offer, Signatory signatory, String reason) {
        ObjectNode body = Json.MAPPER.valueToTree(signatory);
        return call("POST", "/offers/" + offer + "/refusals", body.put("reason", reason));
    }

    public void behave(Mischief mischief) {
        var reply = call("PUT", "/mischief", mischief);
        if (reply.status() != 200) {
            throw new IllegalArgumentException("the portal does not behave like that: " + reply.body());
        }
    }

    /** The closings that contract-service refused for good. */
    public JsonNode putAside() {
        return call("GET", "/put-aside", null).body();
    }

    private Reply call(String method, String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + password)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            method.equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(Json.bytes(body)))
                    .build();
            var answer = Io.answer(http, request, BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), Json.MAPPER.readTree(answer.body()));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException("the portal simulator does not answer: " + failure, failure);
        }
    }
}
