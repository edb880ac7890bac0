package nl.mtvp.contract.eligibility.rest;

import static nl.mtvp.contract.World.as;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class EligibilityImportTest {

    private static final String STATEMENTS = "statements";
    private static final String GPS = "gps";
    private static final String STATEMENT_HEADER = "agb,locumArrangement,exclusions\n";
    private static final String GP_HEADER = "agb,name,big,personalAgb\n";

    @Inject
    World world;

    private String agb;
    private String other;

    @BeforeEach
    void two_registered_practices() {
        TestClock.at("2023-05-01");
        agb = world.newAgb();
        other = world.newAgb();
        world.register("3332", agb);
        world.register("3332", other);
    }

    @Test
    void D23_statements_and_gps_come_as_csv_with_a_result_for_each_line() {
        csv(STATEMENTS, STATEMENT_HEADER + agb + ",true,NONE\n" + other + ",perhaps,BROKE\n" + agb + ",true,NONE\n")
                .body("line", contains(2, 3, 4))
                .body("outcome", contains("STATED", "REFUSED", "UNCHANGED"))
                .body("[1].agb", nullValue())
                .body("[1].errors.location", containsInAnyOrder("/locumArrangement", "/exclusions"));
        csv(GPS, GP_HEADER + agb + ",A. Arts,19012345601,01012345\n" + agb + ",\"Bakker, B.\",,\n" + agb + ",,x y,1\n")
                .body("outcome", contains("STATED", "STATED", "REFUSED"))
                .body("[2].errors.location", containsInAnyOrder("/name", "/big", "/personalAgb"));
        eligibility()
                .body("statement.gps.name", contains("A. Arts", "Bakker, B."))
                .body("statement.locumArrangement", is(true))
                .body("statement.exclusions", hasSize(0))
                .body("statedBy", is("INSURER"))
                .body("eligible", is(false))
                .body("checks.find { it.check == 'GP_BIG_NUMBERS' }.shortfalls.subject", contains("GP Bakker, B."));
    }

    @Test
    void D23_they_come_as_ndjson_too_and_a_gp_is_replaced_by_what_is_said_of_the_same_one_later() {
        ndJson(STATEMENTS, Map.of("agb", agb, "locumArrangement", false, "exclusions", "UNPAID_TAXES MORATORIUM"))
                .body("outcome", contains("STATED"));
        ndJson(GPS, Map.of("agb", agb, "name", "Bakker")).body("outcome", contains("STATED"));
        csv(GPS, GP_HEADER + agb + ",Visser,,01012345\n");
        csv(GPS, GP_HEADER + agb + ",Bakker,19012345602,01012346\n" + agb + ",Visser-Smit,,01012345\n")
                .body("outcome", contains("STATED", "STATED"));
        eligibility()
                .body("statement.gps.name", contains("Bakker", "Visser-Smit"))
                .body("statement.gps.big", contains("19012345602", null))
                .body("statement.exclusions", containsInAnyOrder("UNPAID_TAXES", "MORATORIUM"));
        ndJson(STATEMENTS, Map.of("agb", agb, "locumArrangement", true, "exclusions", "NONE"));
        eligibility()
                .body("statement.gps.name", contains("Bakker", "Visser-Smit"))
                .body("checks.find { it.check == 'NO_EXCLUSIONS' }.met", is(true));
    }

    @Test
    void D23_an_import_changes_nothing_that_the_practice_stated_itself() {
        var own = Map.of("gps", List.of(), "locumArrangement", true, "exclusions", List.of("UNPAID_TAXES"));
        as(signatory(agb))
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(own)
                .put("/v1/practices/" + agb + "/eligibility")
                .then()
                .statusCode(200);
        csv(STATEMENTS, STATEMENT_HEADER + agb + ",true,NONE\n" + other + ",true,NONE\n")
                .body("outcome", contains("REFUSED", "STATED"))
                .body("[0].errors.code", contains("stated-by-the-practice"));
        csv(GPS, GP_HEADER + agb + ",A. Arts,,\n").body("[0].errors.code", contains("stated-by-the-practice"));
        eligibility().body("statement.exclusions", contains("UNPAID_TAXES")).body("statedBy", is("PRACTICE"));
    }

    @Test
    void D23_gps_need_a_statement_and_both_a_registered_practice() {
        csv(GPS, GP_HEADER + agb + ",A. Arts,,\n").body("[0].errors.code", contains("conditions-not-stated"));
        csv(STATEMENTS, STATEMENT_HEADER + world.newAgb() + ",true,NONE\n")
                .body("[0].errors.code", contains("practice-unknown"));
        csv(STATEMENTS, STATEMENT_HEADER + agb + ",true,NONE\n");
        var crowd = IntStream.rangeClosed(1, 201)
                .mapToObj(number -> agb + ",GP " + number + ",,\n")
                .collect(Collectors.joining());
        csv(GPS, GP_HEADER + crowd)
                .body("[199].outcome", is("STATED"))
                .body("[200].errors.code", contains("too-many-gps"));
    }

    @Test
    void D23_another_header_and_other_roles_are_refused() {
        send(buyer("3332"), STATEMENTS, "text/csv", "agb,locum,exclusions\n" + agb + ",true,NONE\n")
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("unknown-column", "missing-column"));
        send(signatory(agb), STATEMENTS, "text/csv", STATEMENT_HEADER + agb + ",true,NONE\n")
                .statusCode(403);
        send(signatory(agb), GPS, "text/csv", GP_HEADER + agb + ",A,,\n").statusCode(403);
        send(buyer("3332"), GPS, "application/xml", "<x/>").statusCode(415);
        eligibility().body("statement", nullValue());
    }

    @Test
    void D23_an_import_that_is_sent_twice_is_done_once() {
        var key = UUID.randomUUID().toString();
        var body = STATEMENT_HEADER + agb + ",true,NONE\n";
        for (int times = 0; times < 2; times++) {
            as(buyer("3332"), key)
                    .contentType("text/csv")
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/practices/statements/imports")
                    .then()
                    .statusCode(200)
                    .body("outcome", contains("STATED"));
        }
    }

    @Test
    void D23_many_lines_are_taken_in_seconds() {
        int gps = Scale.of(1_000, EligibilityImportResource.LINES_MAX);
        var agbs = IntStream.range(0, gps / 10).mapToObj(at -> world.newAgb()).toList();
        var practices = agbs.stream()
                .map(each -> agbLine(each))
                .collect(Collectors.joining("", "agb,name,kvk,enterpriseName\n", ""));
        as(buyer("3332"))
                .contentType("text/csv")
                .body(practices.getBytes(StandardCharsets.UTF_8))
                .post("/v1/practices/imports")
                .then()
                .statusCode(200);
        csv(
                STATEMENTS,
                agbs.stream().map(each -> each + ",true,NONE\n").collect(Collectors.joining("", STATEMENT_HEADER, "")));
        var lines = IntStream.range(0, gps)
                .mapToObj(at -> agbs.get(at % agbs.size()) + ",GP " + at + ",,\n")
                .collect(Collectors.joining("", GP_HEADER, ""));
        long began = System.nanoTime();
        List<String> outcomes = csv(GPS, lines).extract().path("outcome");
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertEquals(Collections.nCopies(gps, "STATED"), outcomes);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, "took " + took);
    }

    private static String agbLine(String agb) {
        return agb + ",Praktijk " + agb + "," + World.kvkOf(agb) + ",Maatschap " + agb + "\n";
    }

    private ValidatableResponse eligibility() {
        return getAs(buyer("3332"), "/v1/practices/" + agb + "/eligibility").statusCode(200);
    }

    private ValidatableResponse csv(String what, String body) {
        return send(buyer("3332"), what, "text/csv", body).statusCode(200);
    }

    private ValidatableResponse ndJson(String what, Map<String, Object> line) {
        var body = new String(CanonicalJson.bytes(line), StandardCharsets.UTF_8);
        return send(buyer("3332"), what, "application/x-ndjson", body).statusCode(200);
    }

    private static ValidatableResponse send(String token, String what, String type, String body) {
        return as(token)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/practices/" + what + "/imports")
                .then();
    }
}
