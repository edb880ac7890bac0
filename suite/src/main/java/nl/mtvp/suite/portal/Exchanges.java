package nl.mtvp.suite.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import nl.mtvp.suite.common.Json;

/** Reading and answering JSON over the JDK's own HTTP server. */
final class Exchanges {

    private static final int BODY_MAX = 64 * 1024;

    private Exchanges() {}

    /** What answers a request; a {@link Refusal} becomes a problem document. */
    interface Answering {
        Object answer(HttpExchange exchange) throws IOException;
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static HttpHandler handler(Answering answering) {
        return exchange -> {
            try (exchange) {
                try {
                    send(exchange, 200, "application/json", answering.answer(exchange));
                } catch (Refusal refused) {
                    send(exchange, refused);
                } catch (RuntimeException fault) {
                    fault.printStackTrace();
                    send(exchange, new Refusal(503, "portal-fault", "the portal is at fault"));
                }
            }
        };
    }

    private static void send(HttpExchange exchange, Refusal refused) throws IOException {
        var problem = refused.problem();
        send(exchange, problem.status(), "application/problem+json", problem);
    }

    private static void send(HttpExchange exchange, int status, String type, Object body) throws IOException {
        if (body instanceof Silence) {
            return;
        }
        var bytes = Json.bytes(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** No answer at all: the connection is closed. */
    record Silence() {}

    static JsonNode json(HttpExchange exchange) throws IOException {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new Refusal(415, "unsupported-media-type", "the body is not application/json");
        }
        var bytes = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
        if (bytes.length > BODY_MAX) {
            throw new Refusal(413, "too-large", "more than 64 KiB");
        }
        try {
            var body = Json.MAPPER.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (IOException malformed) {
            // Answered below; the parser's words would repeat the body.
        }
        throw new Refusal(400, "invalid-input", "the body is no JSON object");
    }

    static void require(HttpExchange exchange, String method) {
        if (!exchange.getRequestMethod().equals(method)) {
            throw new Refusal(405, "method-not-allowed", "only " + method + " is here");
        }
    }
}
