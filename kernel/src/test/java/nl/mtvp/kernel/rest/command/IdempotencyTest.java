package nl.mtvp.kernel.rest.command;

import static io.restassured.http.ContentType.JSON;
import static nl.mtvp.kernel.rest.Trials.PROBLEM;
import static nl.mtvp.kernel.rest.Trials.asking;
import static nl.mtvp.kernel.rest.Trials.body;
import static nl.mtvp.kernel.rest.Trials.key;
import static nl.mtvp.kernel.rest.Trials.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.mtvp.kernel.rest.TrialResource;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** A request that creates is done once for its key, however often it comes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class IdempotencyTest {

    @Test
    void the_same_key_and_body_give_the_same_answer_without_a_second_effect() {
        var key = key();
        var body = body("3332", "01000011");
        var first = post("3332", body, key).statusCode(201).extract();
        int effects = TrialResource.EFFECTS.get();
        var again = post("3332", body, key).statusCode(201).extract();

        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(effects, TrialResource.EFFECTS.get());
    }

    @Test
    void what_was_made_is_shown_and_where_it_is() {
        var key = key();
        for (int time = 0; time < 2; time++) {
            asking("3332")
                    .contentType("application/json")
                    .header(Idempotency.HEADER, key)
                    .body("{\"name\":\"a\",\"startsOn\":\"2023-07-01\"}")
                    .post("/v1/trials/parts")
                    .then()
                    .statusCode(201)
                    .header("Location", endsWith("/trials/parts/a"))
                    .body("name", is("a"));
        }
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        var key = key();
        post("3332", body("3332", "01000012"), key).statusCode(201);
        post("3332", body("3332", "01000013"), key)
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:idempotency-key-reused"))
                .body("errors.location", contains("Idempotency-Key"));
    }

    @Test
    void a_refused_request_frees_its_key() {
        var key = key();
        post("3332", body("3332", "01000014"), key()).statusCode(201);
        post("3332", body("3332", "01000014"), key).statusCode(409).body("type", is("urn:mtvp:problem:pair-taken"));
        post("3332", body("3332", "01000015"), key).statusCode(201);
    }

    @Test
    void a_missing_key_is_named() {
        asking("3332")
                .contentType(JSON)
                .body(body("3332", "01000016"))
                .post("/v1/trials")
                .then()
                .statusCode(400)
                .body("errors[0].location", is("Idempotency-Key"))
                .body("errors[0].in", is("header"));
    }

    /** Whether it is the form of the body or a value of it. */
    @Test
    void a_missing_key_is_named_with_what_is_wrong_with_the_body() {
        var malformed = body("3332", "01000018");
        malformed.put("amount", "much");
        var without = body("3332", "01000018");
        without.remove("quarter");
        for (var wrong : Map.of("/amount", malformed, "/quarter", without).entrySet()) {
            asking("3332")
                    .contentType(JSON)
                    .body(wrong.getValue())
                    .post("/v1/trials")
                    .then()
                    .statusCode(400)
                    .body("errors.location", contains(wrong.getKey(), "Idempotency-Key"))
                    .body("errors.code[1]", is("missing"));
        }
    }

    @Test
    void equal_requests_at_once_have_one_effect() throws Exception {
        var key = key();
        var body = body("3332", "01000017");
        var threads = Executors.newFixedThreadPool(8);
        Callable<String> request =
                () -> post("3332", body, key).statusCode(201).extract().path("id");
        try {
            var ids = new java.util.HashSet<String>();
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, request))) {
                ids.add(answer.get());
            }
            assertEquals(1, ids.size());
        } finally {
            threads.shutdownNow();
        }
    }
}
