package nl.mtvp.contract.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.Tokens;

/** Talks to the listener as the portal does. */
final class Listener {

    static final String CLIENT = "zorginkoopportaal";
    static final String PATH = "/portal/v1/messages";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;

    /** @param certificate the name of its file, or null for none */
    Listener(String certificate) {
        http = Certificates.client(
                certificate == null ? null : PortalResource.file(certificate), PortalResource.file("trust"));
    }

    static String token(String client) {
        return Tokens.sign(Tokens.base(client, client, Roles.PORTAL).audience("mtvp-portal"));
    }

    /** The cipher suite that is agreed on when only these are offered. */
    String handshake(String protocol, String... suites) throws IOException {
        int port = Integer.getInteger("mtvp.test.listener-port");
        try (var socket = (SSLSocket) http.sslContext().getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(suites);
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    HttpResponse<String> post(Map<String, ?> message) throws IOException, InterruptedException {
        return post(PATH, token(CLIENT), message);
    }

    HttpResponse<String> post(String path, String token, Map<String, ?> message)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + System.getProperty("mtvp.test.listener-port") + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(message)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** An acceptance of an offer's first version. */
    static Map<String, Object> accepted(Map<String, ?> offerMessage, String closedAt) {
        var message = closed("ACCEPTED", offerMessage, closedAt);
        sign(message, offerMessage);
        message.put("affirmations", Map.of("learningEnvironment", true, "regionalApproach", true, "growthModel", true));
        return message;
    }

    static Map<String, Object> refused(Map<String, ?> offerMessage, String closedAt) {
        var message = closed("REFUSED", offerMessage, closedAt);
        sign(message, offerMessage);
        message.put("reason", "no capacity");
        return message;
    }

    /** A closing without a signature. */
    static Map<String, Object> closed(String kind, Map<String, ?> offerMessage, String closedAt) {
        var message = new HashMap<String, Object>();
        message.put("messageId", UUID.randomUUID().toString());
        message.put("kind", kind);
        message.put("offerId", offerMessage.get("offerId"));
        message.put("offerVersion", offerMessage.get("offerVersion"));
        message.put("sentAt", closedAt);
        message.put("closedAt", closedAt);
        return message;
    }

    private static void sign(Map<String, Object> message, Map<String, ?> offerMessage) {
        var offer = (Map<?, ?>) offerMessage.get("offer");
        message.put("signatory", Map.of("subject", "portal-user-4711", "name", "J. de Vries", "kvk", offer.get("kvk")));
        message.put("offerDigest", offerMessage.get("offerDigest"));
    }

    private static String json(Map<String, ?> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
