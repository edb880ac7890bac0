package nl.mtvp.kernel.rest.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client library writes them, so they are written here by hand. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class NormalPathTest {

    private static final String HOST = "Host: localhost\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/trials;x",
                "/v1/trials;",
                "/v1;x/trials",
                "/;/v1/trials",
                "//v1/trials",
                "/v1//trials",
                "/v1/./trials",
                "/v1/trials/.",
                "/v1/x/../trials",
                "/v1/trials/..",
                "/v1%2Ftrials",
                "/v1%2ftrials",
                "/v1/%2e/trials",
                "/v1/trials%3Bx",
                "/v1/trials%5C",
                "/v1/trials%00",
                "/v1/tri%61ls",
                "/%761/trials",
                "/v1/trials%2Dx",
                "/v1/trials%0d%0aX"
            })
    void a_path_in_another_spelling_is_refused_before_anybody_asks_who_it_is(String path) throws IOException {
        assertProblem(404, "not-found", answer("GET " + path + " HTTP/1.1\r\n" + HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "", ".", "a..b", "a.b", "a.b.", ".a.b", "a.b.c.d", "a b c", "é.é.é"})
    void what_is_no_token_at_all_is_a_401(String token) throws IOException {
        var answer = answer("GET /v1/trials HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + token + "\r\n");
        assertProblem(401, "unauthorized", answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("\r\nwww-authenticate: bearer\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host:\r\n"})
    void who_names_no_host_is_told_so(String host) throws IOException {
        assertProblem(400, "no-host", answer("GET /v1/openapi.json HTTP/1.1\r\n" + host));
    }

    private static void assertProblem(int status, String code, String answer) {
        assertEquals("HTTP/1.1 " + status, answer.substring(0, 12), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json"), answer);
        assertTrue(answer.contains("\"urn:mtvp:problem:" + code + "\""), answer);
    }

    private static String answer(String head) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
