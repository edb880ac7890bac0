package nl.mtvp.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Plan-service's compliance pictures, and the issuer of tokens for it. While the system property {@link #DOWN} is
 * "true" it answers 503.
 */
public class PlanStub implements QuarkusTestResourceLifecycleManager {

    public static final String DOWN = "mtvp.test.plan-down";

    private final CountDownLatch stopped = new CountDownLatch(1);
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException("no port for plan-service's stub", failure);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/token",
                call -> answer(
                        call,
                        200,
                        """
                {"access_token": "a-token", "token_type": "Bearer", "expires_in": 300}"""));
        server.createContext("/v1/events", this::noNews);
        server.createContext("/v1/compliance-pictures", PlanStub::picture);
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "mtvp.feed.follow.plan.url", url + "/v1/events",
                "quarkus.oidc-client.discovery-enabled", "false",
                "quarkus.oidc-client.auth-server-url", url,
                "quarkus.oidc-client.token-path", "/token",
                "quarkus.oidc-client.client-id", "contract-service",
                "quarkus.oidc-client.credentials.secret", "of-the-test");
    }

    /** A long poll, like the real one. */
    private void noNews(HttpExchange call) throws IOException {
        try {
            stopped.await(5, TimeUnit.SECONDS);
            answer(call, 200, "[]");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void picture(HttpExchange call) throws IOException {
        if (!"Bearer a-token".equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{}");
            return;
        }
        if (Boolean.getBoolean(DOWN)) {
            answer(call, 503, "{}");
            return;
        }
        var query = call.getRequestURI().getQuery();
        answer(
                call,
                200,
                """
                [{"agb": "%s", "year": %s, "missing": [{"rule": "D12", "code": "no-intervisie", "detail": "none"}],
                 "intervisie": [], "complete": false, "asOf": "2023-11-01T11:00:00Z"}]"""
                        .formatted(
                                query.replaceAll(".*agb=([0-9]+).*", "$1"),
                                query.replaceAll(".*year=([0-9]+).*", "$1")));
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
        stopped.countDown();
        server.stop(0);
    }
}
