package nl.mtvp.kernel.rest.edge;

import static nl.mtvp.kernel.rest.Trials.asking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.rest.Trials;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Whoever sends a body slowly waits alone. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class WholeBodiesTest {

    /** More than there are workers. */
    private static final int SLOW_CLIENTS = 250;

    /** Their bodies, a megabyte each, are more than all together may take. */
    private static final int TOO_LARGE_CLIENTS = 40;

    @Test
    void clients_that_never_send_their_bodies_keep_nobody_waiting_and_are_told_in_time() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int client = 0; client < SLOW_CLIENTS; client++) {
                slow.add(begun());
            }
            var before = Instant.now();
            asking("3332").get("/v1/trials").then().statusCode(200);
            var waited = Duration.between(before, Instant.now());
            assertTrue(waited.toSeconds() < 5, "waited " + waited);
            for (var socket : List.of(slow.get(0), slow.get(SLOW_CLIENTS - 1))) {
                socket.setSoTimeout(30_000);
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
                assertTrue(answer.contains("urn:mtvp:problem:too-slow"), answer);
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void bodies_that_were_refused_take_no_room_from_others() throws IOException {
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        int resets = 0;
        for (int client = 0; client < TOO_LARGE_CLIENTS; client++) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.setSoTimeout(30_000);
                var head = "POST /v1/trials HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n";
                var out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                for (int sent = 0; sent < 17; sent++) {
                    out.write(chunk.getBytes(StandardCharsets.US_ASCII));
                }
                assertTrue(socket.getInputStream().read() >= 0, "refused with an answer");
            } catch (SocketException reset) {
                resets++;
            }
        }
        assertTrue(resets < TOO_LARGE_CLIENTS, "all connections were reset before an answer was read");
        Trials.post("3332", Trials.body("3332", "01330777"), Trials.key()).statusCode(201);
    }

    @Test
    void one_clients_bodies_take_no_more_than_its_share_of_the_memory() throws IOException {
        var token = Tokens.insurer("heavy", List.of("3332"), "insurer");
        int length = 1_000_000;
        var sending = new ArrayList<Socket>();
        try {
            for (int body = 0; body < TOO_LARGE_CLIENTS; body++) {
                var socket = begun(token, length);
                socket.getOutputStream().write(" ".repeat(length - 2).getBytes(StandardCharsets.US_ASCII));
                sending.add(socket);
            }
            Trials.post("3332", Trials.body("3332", "01330778"), Trials.key()).statusCode(201);
            int refused = 0;
            int taken = 0;
            for (var socket : sending) {
                socket.setSoTimeout(30_000);
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                refused += answer.startsWith("HTTP/1.1 429") && answer.contains("your bodies under way") ? 1 : 0;
                taken += answer.startsWith("HTTP/1.1 408") ? 1 : 0;
            }
            assertTrue(
                    taken > 0 && taken <= 8 * 1024 * 1024 / length,
                    taken + " were waited for until their time was over");
            assertEquals(TOO_LARGE_CLIENTS - taken, refused);
        } finally {
            for (var socket : sending) {
                socket.close();
            }
        }
    }

    private static Socket begun() throws IOException {
        return begun(Tokens.insurer("buyer", List.of("3332"), "insurer"), 1_000);
    }

    private static Socket begun(String token, int length) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "POST /v1/trials HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
