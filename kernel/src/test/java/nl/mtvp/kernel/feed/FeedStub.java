package nl.mtvp.kernel.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A neighbour with a feed, and the issuer of tokens for it. A test adds an event by POST to {@code /add}, and lets the
 * next answers fail by POST to {@code /fail}.
 */
public class FeedStub implements QuarkusTestResourceLifecycleManager {

    static final String URL_PROPERTY = "mtvp.test.feed-stub";

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException("no port for the feed's stub", failure);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/token",
                call -> answer(
                        call,
                        200,
                        """
                {"access_token": "a-token", "token_type": "Bearer", "expires_in": 300}"""));
        server.createContext("/add", call -> {
            events.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(call, 200, "{}");
        });
        server.createContext("/fail", call -> {
            failures.set(Integer.parseInt(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer(call, 200, "{}");
        });
        server.createContext("/v1/events", this::feed);
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        System.setProperty(URL_PROPERTY, url);
        return Map.of(
                "mtvp.feed.follow.trial.url", url + "/v1/events",
                "mtvp.feed.follow.trial.poll", "100ms",
                "quarkus.oidc-client.discovery-enabled", "false",
                "quarkus.oidc-client.auth-server-url", url,
                "quarkus.oidc-client.token-path", "/token",
                "quarkus.oidc-client.client-id", "kernel",
                "quarkus.oidc-client.credentials.secret", "of-the-test");
    }

    private void feed(HttpExchange call) throws IOException {
        if (!"Bearer a-token".equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{}");
        } else if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(call, 503, "{\"title\": \"told to fail\"}");
        } else {
            var query = call.getRequestURI().getQuery();
            int from = 0;
            for (int i = 0; i < events.size(); i++) {
                if (query.contains("lastEventId=" + events.get(i).replaceAll("(?s).*\"id\":\"([^\"]*)\".*", "$1"))) {
                    from = i + 1;
                }
            }
            answer(call, 200, "[" + String.join(",", events.subList(from, events.size())) + "]");
        }
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        try (var out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
