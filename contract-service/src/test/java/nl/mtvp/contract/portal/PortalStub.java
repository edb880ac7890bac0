package nl.mtvp.contract.portal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A portal that keeps what it is sent, and answers 200 unless it is told otherwise. */
final class PortalStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile String retryAfter;

    PortalStub() {
        try {
            server = HttpsServer.create(
                    new InetSocketAddress("localhost", Integer.getInteger("mtvp.test.portal-port")), 100);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        var context = Certificates.context(PortalResource.file("portal"), PortalResource.file("trust"));
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.setExecutor(threads);
        server.createContext("/zorginkoop/v1/messages", this::take);
        server.start();
    }

    /** The next deliveries are answered so; 0 is no answer at all. */
    void answerNext(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    /** From now on answers say so in their header. */
    void retryAfter(String seconds) {
        retryAfter = seconds;
    }

    /** What was sent about an offer, in the order of arrival. */
    List<JsonNode> about(String offerId) {
        return received.stream()
                .map(PortalStub::read)
                .filter(message -> message.get("offerId").textValue().equals(offerId))
                .toList();
    }

    /** The first of these: the offer, as the portal would keep it. */
    Map<String, Object> firstAbout(String offerId) {
        return JSON.convertValue(about(offerId).get(0), new TypeReference<>() {});
    }

    /** The versions of an offer that it was sent. */
    List<Map<String, Object>> versions(String offerId) {
        return about(offerId).stream()
                .filter(message -> message.has("offer"))
                .map(message -> JSON.convertValue(message, new TypeReference<Map<String, Object>>() {}))
                .toList();
    }

    List<String> received() {
        return List.copyOf(received);
    }

    static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var told = answers.poll();
            int status = told == null ? 200 : told;
            if (status != 0) {
                var body = "{\"said\":\"by the stub\"}".getBytes(StandardCharsets.UTF_8);
                if (retryAfter != null) {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                }
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
