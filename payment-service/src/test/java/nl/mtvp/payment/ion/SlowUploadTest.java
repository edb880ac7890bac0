package nl.mtvp.payment.ion;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.rest.limit.LimitsConfig;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D38: whoever sends a delivery slowly holds nothing that others need, and what came in stays. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SlowUploadTest {

    private final PaymentApi api = new PaymentApi("4090");

    @Inject
    LimitsConfig limits;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D38_half_open_uploads_of_many_insurers_keep_nobody_from_the_database() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            // More than there are connections to the database.
            for (int client = 0; client < 30; client++) {
                var own = new PaymentApi("41%02d".formatted(client));
                String id = own.announce("2023-04-01", "x", 1)
                        .statusCode(201)
                        .extract()
                        .path("id");
                slow.add(begun(own.uzovi(), id, 1_000_000));
            }
            await().untilAsserted(() -> {
                for (var socket : slow) {
                    assertEquals(0, socket.getInputStream().available(), "nobody is answered yet");
                }
            });
            var before = Instant.now();
            api.deliver("2023-04-01", Registrations.of(Map.of("01409001", 3))).body("status", is("ACCEPTED"));
            var took = Duration.between(before, Instant.now());
            assertTrue(took.toSeconds() < 10, "another insurer's delivery took " + took);
            var first = slow.get(0);
            first.setSoTimeout(60_000);
            var answer = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
            assertTrue(answer.contains("urn:mtvp:problem:too-slow"), answer);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void D38_what_came_in_before_an_upload_broke_off_stays_and_is_gone_on_from() throws IOException {
        var content = Registrations.of(Map.of("01409002", 4));
        String id =
                api.announce("2023-01-01", content, 4).statusCode(201).extract().path("id");
        int half = content.length() / 2;
        try (var socket = begun("4090", id, content.length())) {
            socket.getOutputStream().write(content.substring(0, half).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> offset(id) > 0);
            api.send(id, offset(id), content.substring(half), true)
                    .statusCode(409)
                    .body("type", is("urn:mtvp:problem:upload-under-way"));
        }
        await().until(() -> offset(id) == half);
        await().untilAsserted(
                        () -> api.send(id, half, content.substring(half), true).statusCode(204));
        api.worked(id).body("status", is("ACCEPTED")).body("accepted", is(4));
    }

    @Test
    void a_client_has_so_many_uploads_under_way_and_is_refused_more() throws IOException {
        var under = new ArrayList<Socket>();
        try {
            for (int upload = 0; upload < limits.clientUploads(); upload++) {
                String id =
                        api.announce("2023-04-01", "x" + upload, 1).extract().path("id");
                under.add(begun("4090", id, 1_000_000));
            }
            String id = api.announce("2023-04-01", "more", 1).extract().path("id");
            await().untilAsserted(() ->
                    api.send(id, 0, "x", false).statusCode(429).body("type", is("urn:mtvp:problem:too-many-at-once")));
        } finally {
            for (var socket : under) {
                socket.close();
            }
        }
    }

    private static long offset(String id) {
        return Long.parseLong(PaymentApi.as(token("4090"))
                .head("/v1/ion-deliveries/{id}/content", id)
                .header("Upload-Offset"));
    }

    private static String token(String uzovi) {
        return Tokens.insurer("buyer-" + uzovi, List.of(uzovi), "insurer");
    }

    private static Socket begun(String uzovi, String id, int length) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "PATCH /v1/ion-deliveries/" + id + "/content HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token(uzovi)
                + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: " + length
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
