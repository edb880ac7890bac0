package nl.mtvp.kernel.rest.limit;

import static nl.mtvp.kernel.rest.Trials.asking;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.stream.IntStream;
import nl.mtvp.kernel.rest.TrialResource;
import nl.mtvp.kernel.testing.Heard;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One client never stops the others. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ClientLimitsTest {

    private static final int MORE = 6;

    @Inject
    LimitsConfig limits;

    @Inject
    ClientLimits clientLimits;

    /** Another client in each test: one that left has its places taken for a while. */
    private final String who = "greedy-" + UUID.randomUUID();

    private final String token = Tokens.insurer(who, List.of("3311"), "insurer");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void hold() {
        TrialResource.HELD = new CountDownLatch(1);
    }

    @AfterEach
    void letGo() {
        TrialResource.HELD.countDown();
        await().until(() -> TrialResource.WORKING.get() == 0);
    }

    @Test
    void a_client_works_on_so_many_requests_waits_with_some_and_is_refused_more_while_others_get_on() {
        var asked = asked("/v1/trials/held", limits.clientRequests() + MORE);
        await().until(() -> refused(asked).size() == MORE);
        await().until(() -> TrialResource.WORKING.get() == clientLimits.workers());

        var before = Instant.now();
        asking("3332").get("/v1/trials").then().statusCode(200);
        var waited = Duration.between(before, Instant.now());
        assertTrue(waited.toSeconds() < 5, "another client waited " + waited);

        var refusal = refused(asked).get(0);
        assertTrue(refusal.body().contains("urn:mtvp:problem:too-many-at-once"), refusal.body());
        assertTrue(refusal.headers().firstValue("Retry-After").isPresent());
        assertEquals(clientLimits.workers(), TrialResource.WORKING.get(), "the others wait without a thread");

        TrialResource.HELD.countDown();
        await().until(() -> asked.stream().allMatch(CompletableFuture::isDone));
        assertEquals(
                limits.clientRequests(),
                answered(asked).filter(answer -> answer.statusCode() == 200).count());
        assertEquals(200, asked("/v1/trials/held", 1).get(0).join().statusCode(), "and may ask again");
    }

    @Test
    void one_too_many_with_a_token_is_refused_before_the_token_is_looked_at() throws IOException {
        var slow = new ArrayList<Socket>();
        for (int body = 0; body < limits.clientRequests(); body++) {
            slow.add(sending("/v1/trials"));
        }
        await().until(() -> asked("/v1/trials", 1).get(0).join().statusCode() == 429);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/trials")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .header("API-Version", is(notNullValue()))
                .body("type", endsWith("too-many-at-once"))
                .body("detail", startsWith(limits.clientRequests() + " of your requests are here already"));
        asking("3332").get("/v1/trials").then().statusCode(200);

        for (var socket : slow) {
            socket.close();
        }
        await().until(() -> asked("/v1/trials", 1).get(0).join().statusCode() == 200);
    }

    @Test
    void what_takes_long_has_places_of_its_own_and_its_client_still_asks_for_the_rest() {
        var asked = asked("/v1/trials/heavy", limits.clientHeavy() + 1);
        await().until(() -> refused(asked).size() == 1);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/trials/heavy")
                .then()
                .statusCode(429)
                .body("type", endsWith("too-many-at-once"));
        RestAssured.given().auth().oauth2(token).get("/v1/trials").then().statusCode(200);

        TrialResource.HELD.countDown();
        await().until(() -> asked.stream().allMatch(CompletableFuture::isDone));
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/v1/trials/heavy")
                .then()
                .statusCode(200)
                .body("held", is("no more"));
    }

    @Test
    void a_client_that_leaves_gives_its_places_back() {
        var leaving = asked("/v1/trials/heavy", limits.clientHeavy());
        await().until(() -> TrialResource.WORKING.get() == limits.clientHeavy());
        leaving.forEach(request -> request.cancel(true));
        TrialResource.HELD.countDown();
        await().until(() -> asked("/v1/trials/heavy", 1).get(0).join().statusCode() == 200);
    }

    @Test
    void whoever_leaves_files_in_their_middle_gets_their_places_back_after_a_while() throws IOException {
        var reading = new ArrayList<Socket>();
        for (int file = 0; file < limits.clientHeavy(); file++) {
            reading.add(reading("/v1/trials/file"));
        }
        assertEquals(429, asked("/v1/trials/heavy", 1).get(0).join().statusCode());

        TrialResource.HELD.countDown();
        try (var log = new Heard(Level.WARNING)) {
            var left = Instant.now();
            for (var socket : reading) {
                socket.close();
            }
            await().until(() -> asked("/v1/trials/heavy", 1).get(0).join().statusCode() == 200);
            var without = Duration.between(left, Instant.now());
            assertTrue(without.compareTo(limits.pauseAfterLeaving()) >= 0, "they were there again after " + without);
            assertEquals(List.of(), log.lines(), "that somebody leaves is no failure of ours");
        }
    }

    private Socket sending(String path) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Socket reading(String path) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        return socket;
    }

    private List<CompletableFuture<HttpResponse<String>>> asked(String path, int times) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return IntStream.range(0, times)
                .mapToObj(time -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList();
    }

    private static java.util.stream.Stream<HttpResponse<String>> answered(
            List<CompletableFuture<HttpResponse<String>>> asked) {
        return asked.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join);
    }

    private static List<HttpResponse<String>> refused(List<CompletableFuture<HttpResponse<String>>> asked) {
        return answered(asked).filter(answer -> answer.statusCode() == 429).toList();
    }
}
