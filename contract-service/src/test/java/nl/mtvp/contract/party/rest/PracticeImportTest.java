package nl.mtvp.contract.party.rest;

import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.kvkOf;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PracticeImportTest {

    private static final String PATH = "/v1/practices/imports";
    private static final String HEADER = "agb,name,kvk,enterpriseName\n";

    @Inject
    World world;

    private String key;

    @BeforeEach
    void some_day() {
        TestClock.at("2023-05-01");
        key = UUID.randomUUID().toString();
    }

    @Test
    void D22_practices_come_as_csv_with_a_result_for_each_line() {
        var first = world.newAgb();
        var second = world.newAgb();
        var body = HEADER + csv(first) + "\n0199990,,12,\n" + csv(second) + csv(first);
        send(buyer("3311"), "text/csv", body)
                .statusCode(200)
                .body("line", contains(2, 4, 5, 6))
                .body("outcome", contains("REGISTERED", "REFUSED", "REGISTERED", "UNCHANGED"))
                .body("[1].errors.location", containsInAnyOrder("/agb", "/name", "/kvk", "/enterpriseName"));
        getAs(buyer("3311"), "/v1/practices/" + second).statusCode(200).body("enterprise.kvk", is(kvkOf(second)));
    }

    @Test
    void D22_practices_come_as_ndjson_too_and_what_is_on_record_otherwise_is_refused() {
        var agb = world.newAgb();
        send(buyer("3311"), "application/x-ndjson", json(agb, "Praktijk") + "\nno json\n")
                .statusCode(200)
                .body("outcome", contains("REGISTERED", "REFUSED"));
        key = UUID.randomUUID().toString();
        send(buyer("7095"), "application/x-ndjson", json(agb, "Anders"))
                .statusCode(200)
                .body("outcome", contains("REFUSED"))
                .body("[0].errors.code", contains("registered-differently"));
    }

    @Test
    void D22_an_import_that_is_sent_twice_is_done_once_and_answers_the_same() {
        var body = HEADER + csv(world.newAgb());
        var first =
                send(buyer("3311"), "text/csv", body).statusCode(200).extract().asString();
        assertEquals(first, send(buyer("3311"), "text/csv", body).extract().asString());
        send(buyer("3311"), "text/csv", body + csv(world.newAgb())).statusCode(409);
    }

    @Test
    void the_same_bytes_read_another_way_are_another_request() {
        var body = HEADER + csv(world.newAgb());
        send(buyer("3311"), "text/csv", body).statusCode(200).body("outcome", contains("REGISTERED"));
        send(buyer("3311"), "application/x-ndjson", body)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:idempotency-key-reused"));
    }

    @Test
    void D22_five_thousand_practices_are_registered_in_seconds() {
        var agbs = IntStream.range(0, PracticeResource.LINES_MAX)
                .mapToObj(at -> String.format("01%06d", 500_000 + at))
                .toList();
        long began = System.nanoTime();
        List<String> outcomes = send(
                        buyer("3311"),
                        "text/csv",
                        HEADER + agbs.stream().map(PracticeImportTest::csv).collect(Collectors.joining()))
                .statusCode(200)
                .extract()
                .path("outcome");
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertEquals(
                PracticeResource.LINES_MAX,
                outcomes.stream().filter("REGISTERED"::equals).count());
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, "took " + took);
    }

    @Test
    void D22_an_import_with_another_header_or_by_a_practice_is_refused() {
        var agb = world.newAgb();
        send(buyer("3311"), "text/csv", "agb,naam,kvk,enterpriseName\n" + csv(agb))
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("unknown-column", "missing-column"));
        send(buyer("3311"), "text/csv", HEADER).statusCode(400);
        send(signatory(agb), "text/csv", HEADER + csv(agb)).statusCode(403);
        send(buyer("3311"), "application/xml", "<x/>").statusCode(415);
        getAs(buyer("3311"), "/v1/practices/" + agb).statusCode(404);
    }

    private ValidatableResponse send(String token, String type, String body) {
        return World.as(token, key)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then();
    }

    private static String csv(String agb) {
        return agb + ",\"Praktijk, " + agb + "\"," + kvkOf(agb) + ",Maatschap " + agb + "\n";
    }

    private static String json(String agb, String name) {
        return "{\"agb\":\"" + agb + "\",\"name\":\"" + name + "\",\"kvk\":\"" + kvkOf(agb)
                + "\",\"enterpriseName\":\"Maatschap\"}";
    }
}
