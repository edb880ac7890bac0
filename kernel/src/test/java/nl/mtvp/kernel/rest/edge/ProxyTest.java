package nl.mtvp.kernel.rest.edge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.mtvp.kernel.rest.Trials;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that ends TLS, addresses in answers are those that the client asked; a stranger changes nothing in them. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ProxyTest {

    private static final String TRUSTED = "127.0.0.2";
    private static final String STRANGER = "127.0.0.1";
    private static final String X_FORWARDED = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: api.example.nl\r\n";
    private static final String FORWARDED = "Forwarded: proto=https;host=api.example.nl\r\n";

    @BeforeEach
    void twoTrials() {
        for (var agb : List.of("01660001", "01660002")) {
            Trials.post("3399", Trials.body("3399", agb), Trials.key());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {X_FORWARDED, FORWARDED})
    void links_and_locations_have_the_proxys_address(String headers) throws IOException {
        assertTrue(
                page(TRUSTED, headers).contains("<https://api.example.nl/v1/trials?limit=1&cursor="),
                page(TRUSTED, headers));
        var created = created(TRUSTED, headers);
        assertTrue(created.contains("ocation: https://api.example.nl/v1/trials/"), created);
    }

    @ParameterizedTest
    @ValueSource(strings = {X_FORWARDED, FORWARDED})
    void a_stranger_is_not_believed(String headers) throws IOException {
        var page = page(STRANGER, headers);
        assertTrue(page.startsWith("HTTP/1.1 200") && page.contains("/v1/trials?limit=1&cursor="), page);
        assertFalse(page.contains("api.example.nl"), page);
        var created = created(STRANGER, headers);
        assertTrue(created.startsWith("HTTP/1.1 201"), created);
        assertFalse(created.contains("api.example.nl"), created);
    }

    private static String page(String from, String headers) throws IOException {
        return answer(from, "GET /v1/trials?limit=1 HTTP/1.1\r\n", headers, "");
    }

    private static String created(String from, String headers) throws IOException {
        int agb = 1_660_100 + (from + headers).hashCode() % 100;
        var body = io.vertx.core.json.JsonObject.mapFrom(Trials.body("3399", "0" + agb))
                .encode();
        return answer(
                from,
                "POST /v1/trials HTTP/1.1\r\nContent-Type: application/json\r\nIdempotency-Key: " + Trials.key()
                        + "\r\nContent-Length: " + body.length() + "\r\n",
                headers,
                body);
    }

    private static String answer(String from, String head, String headers, String body) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), RestAssured.port));
            socket.setSoTimeout(10_000);
            var request = head + "Host: 127.0.0.1:" + RestAssured.port + "\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + Tokens.insurer("buyer", List.of("3399"), "insurer") + "\r\n" + headers
                    + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
