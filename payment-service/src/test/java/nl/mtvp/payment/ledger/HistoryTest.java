package nl.mtvp.payment.ledger;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D47, D54: the history of what was booked, by whatever an auditor asks for, page by page or all at once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class HistoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PaymentApi API = new PaymentApi("2421");
    private static String firstRun;
    private static String betweenTheRuns;

    @Inject
    ContractEvents contracts;

    private TestClock clock;

    /** 01242101 gets 28.80, then 2.88 less; 01242102 gets 57.60 each quarter. */
    @BeforeEach
    void book() {
        clock = TestClock.at("2023-10-10");
        if (firstRun == null) {
            contracts.accepted("2421", "01242101", "2023-07-01");
            contracts.accepted("2421", "01242102", "2023-07-01");
            API.tariff("2023-04-01", "2.88");
            API.deliver("2023-07-01", Registrations.of(Map.of("01242101", 10, "01242102", 20)));
            String run = API.run("2023-Q3").extract().path("id");
            betweenTheRuns = clock.instant().plusSeconds(60).toString();
            clock.move(Duration.ofMinutes(2));
            API.deliver("2023-07-01", Registrations.of(Map.of("01242101", 9, "01242102", 20)));
            API.deliver("2023-10-01", Registrations.of(Map.of("01242101", 9, "01242102", 20)));
            API.run("2023-Q4");
            firstRun = run;
        }
        clock.move(Duration.ofMinutes(5));
    }

    @Test
    void D47_payments_are_found_by_whatever_is_asked() {
        assertEquals(List.of("28.80", "57.60", "-2.88", "25.92", "57.60"), amounts(Map.of()));
        assertEquals(List.of("28.80", "-2.88", "25.92"), amounts(Map.of("agb", "01242101")));
        assertEquals(List.of("28.80", "57.60", "-2.88"), amounts(Map.of("quarter", "2023-Q3")));
        assertEquals(List.of("25.92", "57.60"), amounts(Map.of("quarterFrom", "2023-Q4")));
        assertEquals(
                List.of("28.80", "57.60", "-2.88"),
                amounts(Map.of("quarterFrom", "2023-Q2", "quarterUntil", "2023-Q3")));
        assertEquals(List.of("-2.88"), amounts(Map.of("cause", "ION_CORRECTION")));
        assertEquals(List.of("28.80", "57.60"), amounts(Map.of("runId", firstRun)));
        assertEquals(List.of("-2.88"), amounts(Map.of("amountMax", "-0.01")));
        assertEquals(List.of("28.80", "25.92"), amounts(Map.of("amountMin", "25.92", "amountMax", "28.80")));
        assertEquals(List.of("57.60", "57.60"), amounts(Map.of("creditor", "creditor:2421:agb:01242102")));
        assertEquals(List.of(), amounts(Map.of("component", "RHO")));
        assertEquals(List.of(), amounts(Map.of("bookedUntil", "2023-10-10")));
        assertEquals(
                5,
                amounts(Map.of("bookedFrom", "2023-10-10", "bookedUntil", "2023-10-11"))
                        .size());
        assertEquals(List.of("28.80", "57.60"), amounts(Map.of("knownAt", betweenTheRuns)));
    }

    @Test
    void pages_of_one_are_the_whole_in_its_order() {
        for (var asked : List.<Map<String, String>>of(Map.of(), Map.of("agb", "01242101"))) {
            var whole = amounts(asked);
            var all = new ArrayList<String>();
            var page = API.buyer().queryParams(asked).queryParam("limit", 1).get("/v1/payments");
            while (true) {
                all.addAll(page.then().statusCode(200).extract().path("amount"));
                assertTrue(all.size() <= whole.size(), "what was on a page comes again");
                var next = page.getHeader("Link");
                if (next == null) {
                    break;
                }
                page = API.buyer().get(next.replaceAll("<(.*)>.*", "$1").replace("%3D", "="));
            }
            assertEquals(whole, all);
        }
    }

    @Test
    void an_export_has_what_the_pages_have_in_their_order() throws IOException {
        var practice = Tokens.practice("owner-2421", List.of("01242101"), "12345678", "practice");
        same(API.auditor().queryParam("uzovi", "2421"), "/v1/ledger-entries");
        same(API.buyer(), "/v1/payments");
        same(API.buyer().queryParam("agb", "01242101"), "/v1/payments");
        same(PaymentApi.as(practice), "/v1/payments");
        same(PaymentApi.as(practice).queryParam("quarter", "2023-Q4"), "/v1/payments");
        same(API.auditor().queryParam("creditor", "creditor:2421:agb:01242102"), "/v1/ledger-entries");
        same(API.buyer().queryParam("uzovi", "2421").queryParam("knownAt", betweenTheRuns), "/v1/payments");
        same(API.buyer().queryParam("cause", "SUCCESSION"), "/v1/ledger-entries");
    }

    /** The same request as JSON, NDJSON and CSV. */
    private static void same(RequestSpecification request, String path) throws IOException {
        var page = JSON.readTree(request.queryParam("limit", 1_000).get(path).asString());
        var lines = request.accept("application/x-ndjson").get(path);
        lines.then().statusCode(200).contentType("application/x-ndjson");
        var objects = new ArrayList<JsonNode>();
        for (var line : lines.asString().lines().toList()) {
            objects.add(JSON.readTree(line));
        }
        assertEquals(
                StreamSupport.stream(page.spliterator(), false)
                        .map(HistoryTest::moments)
                        .toList(),
                objects.stream().map(HistoryTest::moments).toList());
        var csv = request.accept("text/csv").get(path);
        csv.then().statusCode(200).contentType("text/csv");
        var rows = csv.asString().lines().toList();
        assertEquals(objects.size() + 1, rows.size());
        for (int row = 0; row < objects.size(); row++) {
            var head = rows.get(0).split(",");
            var values = rows.get(row + 1).split(",", -1);
            for (int at = 0; at < head.length; at++) {
                assertEquals(objects.get(row).path(head[at]).asText(), values[at], head[at]);
            }
        }
    }

    /** A moment has as many decimals as it needs on a page, and six in a file. */
    private static Map<String, Object> moments(JsonNode object) {
        Map<String, Object> values =
                JSON.convertValue(object, new com.fasterxml.jackson.core.type.TypeReference<>() {});
        values.computeIfPresent("bookedAt", (name, at) -> java.time.Instant.parse(at.toString()));
        return values;
    }

    @Test
    void what_is_not_yours_or_not_well_asked_is_refused() {
        var stranger = new PaymentApi("2422");
        stranger.buyer().queryParam("uzovi", "2421").get("/v1/payments").then().body("", empty());
        var csv =
                stranger.buyer().accept("text/csv").queryParam("uzovi", "2421").get("/v1/ledger-entries");
        assertEquals(1, csv.asString().lines().count());
        PaymentApi.as(Tokens.practice("p", List.of("01242101"), "12345678", "practice"))
                .accept("text/csv")
                .get("/v1/ledger-entries")
                .then()
                .statusCode(403);
        API.buyer()
                .accept("text/csv")
                .queryParam("creditor", "scheme:2421' or true --")
                .get("/v1/payments")
                .then()
                .statusCode(400);
        API.buyer().queryParam("amountMin", "1.005").get("/v1/payments").then().statusCode(400);
        API.buyer()
                .accept("application/x-ndjson")
                .queryParam("knownAt", clock.instant().plusSeconds(60).toString())
                .get("/v1/payments")
                .then()
                .statusCode(400)
                .body("errors.code", contains("in-the-future"));
        API.buyer().accept("application/xml").get("/v1/payments").then().statusCode(406);
        var odd = API.auditor()
                .accept("text/csv")
                .queryParam("creditor", "creditor:2421:rho:o'neil:")
                .get("/v1/payments");
        assertEquals(400, odd.statusCode());
        var quoted = API.auditor()
                .accept("text/csv")
                .queryParam("creditor", "creditor:2421:rho:o'neil")
                .get("/v1/payments");
        assertEquals(
                1, quoted.then().statusCode(200).extract().asString().lines().count());
    }

    @Test
    void D48_heads_have_an_etag_that_a_new_one_changes() {
        var heads = API.buyer().queryParam("uzovi", "2421").get("/v1/postings");
        var tag = heads.then().statusCode(200).extract().header("ETag");
        assertTrue(tag.matches("\"[0-9a-f]{64}\""), tag);
        API.buyer()
                .queryParam("uzovi", "2421")
                .header("If-None-Match", tag)
                .get("/v1/postings")
                .then()
                .statusCode(304);
        API.buyer()
                .queryParam("uzovi", "2421")
                .queryParam("knownAt", betweenTheRuns)
                .header("If-None-Match", tag)
                .get("/v1/postings")
                .then()
                .statusCode(200)
                .body("number", is(List.of(1)));
    }

    private static List<String> amounts(Map<String, String> asked) {
        return API.buyer()
                .queryParams(asked)
                // Of all insurers would hold all insurers' clocks to the moment that is asked about.
                .queryParam("uzovi", "2421")
                .get("/v1/payments")
                .then()
                .statusCode(200)
                .extract()
                .path("amount");
    }
}
