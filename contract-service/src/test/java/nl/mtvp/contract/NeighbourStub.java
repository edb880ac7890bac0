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
 * Plan-service's compliance pictures, payment-service's estimates of clawbacks, and the issuer of tokens for both. While
 * the system property {@link #PLAN_DOWN} or {@link #PAYMENT_DOWN} is "true" that one answers 503.
 */
public class NeighbourStub implements QuarkusTestResourceLifecycleManager {

    public static final String PLAN_DOWN = "mtvp.test.plan-down";
    public static final String PAYMENT_DOWN = "mtvp.test.payment-down";

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
        server.createContext("/v1/compliance-pictures", NeighbourStub::picture);
        server.createContext("/v1/clawback-estimates", NeighbourStub::estimate);
        server.start();
        var url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "mtvp.feed.follow.plan.url", url + "/v1/events",
                "mtvp.measure.payment-url", url + "/v1/",
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
        if (isRefused(call, PLAN_DOWN)) {
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

    /** Example 5 of the domain, whatever is asked: all of Q4 up to the stop, and an eighth of it from the RHO. */
    private static void estimate(HttpExchange call) throws IOException {
        if (isRefused(call, PAYMENT_DOWN)) {
            return;
        }
        var asked = call.getRequestURI().getQuery();
        answer(
                call,
                200,
                """
                {"contractId": "%s", "uzovi": "3332", "quarters": [{"quarter": "2023-Q4",
                  "dueNow": {"practice": "5378.54", "rho": "768.36"}, "dueWith": {"practice": "0.00", "rho": "0.00"},
                  "takes": {"practice": "5378.54", "rho": "768.36"}}],
                 "total": {"practice": "5378.54", "rho": "768.36"}, "knownAt": "2024-03-01T10:00:00Z"}"""
                        .formatted(asked.replaceAll(".*contractId=([0-9a-f-]+).*", "$1")));
    }

    private static boolean isRefused(HttpExchange call, String down) throws IOException {
        if (!"Bearer a-token".equals(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 401, "{}");
            return true;
        }
        if (Boolean.getBoolean(down)) {
            answer(call, 503, "{}");
            return true;
        }
        return false;
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
