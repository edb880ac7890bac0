package nl.mtvp.plan.condition.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.approver;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.practices;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ConditionTest {

    private static final String DIGEST = "ab".repeat(32);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    private TestClock clock;
    private String rho;

    @BeforeEach
    void an_rho_with_one_region_and_a_preferent_insurer() {
        clock = TestClock.at("2023-05-01");
        rho = region("Zeist");
        preferent(rho, "3311");
    }

    @Test
    void D5_every_shortfall_is_told_to_the_insurer_and_mended_by_evidence_and_practices() {
        judged(buyer("3311"))
                .body("uzovi", is("3311"))
                .body("judgedOn", is("2023-05-01"))
                .body("conditions.applied", contains(true, true, true, true))
                .body(
                        "conditions.shortfalls.flatten().code",
                        contains("evidence-missing", "too-few-ion", "evidence-missing", "evidence-missing"))
                .body("conditions.shortfalls.flatten().rule", contains("D5", "D5", "D5", "D5"));

        show("LEGAL_PERSON").statusCode(201).body("document", is("extract")).body("gps", nullValue());
        show("COOPERATION_AGREEMENTS").statusCode(201);
        mandate(79, 100).statusCode(201);
        practices(rho, line(agb(), "Zeist", 60_000), line(agb(), "Zeist", 39_999));
        judged(buyer("3311"))
                .body("ion", is(99_999))
                .body("conditions.shortfalls.flatten().code", contains("too-few-ion", "mandate-too-small"))
                .body("evidence", hasSize(3));

        mandate(80, 100).statusCode(201);
        practices(rho, line(agb(), "Zeist", 1));
        judged(approver("3311"))
                .body("conditions.shortfalls.flatten()", empty())
                .body("evidence.find { it.condition == 'GP_MANDATE' }.mandatedGps", is(80))
                .body("evidence.find { it.condition == 'GP_MANDATE' }.documentDigest", is(DIGEST));
    }

    @Test
    void D5_the_ion_are_those_of_the_practices_that_the_rho_has_on_the_day() {
        var moving = agb();
        practices(rho, line(moving, "Zeist", 100_000));
        var other = region("Utrecht");
        post(
                        practice(moving),
                        "/practices/" + moving + "/moves",
                        Map.of("region", other, "hub", "Utrecht", "movesOn", "2023-07-01"))
                .statusCode(201);
        judged(rho(rho)).body("ion", is(100_000)).body("conditions[1].shortfalls", empty());
        clock.moveTo("2023-07-01");
        judged(rho(rho)).body("ion", is(0)).body("conditions[1].shortfalls.code", contains("too-few-ion"));
    }

    @Test
    void D5_evidence_that_does_not_go_with_its_condition_is_refused_and_every_fault_is_named() {
        show("ION_100000").statusCode(400).body("errors.code", contains("counted-here"));
        mandate(101, 100).statusCode(400).body("errors.location", contains("/mandatedGps"));
        show("GP_MANDATE").statusCode(400).body("errors.location", contains("/region", "/gps", "/mandatedGps"));
        post(rho(rho), path("condition-evidence"), Map.of("condition", "RICH", "documentDigest", "ab"))
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/condition", "/document", "/documentDigest"));
        post(rho("Other"), path("condition-evidence"), evidence("LEGAL_PERSON")).statusCode(403);
        post(buyer("3311"), path("condition-evidence"), evidence("LEGAL_PERSON"))
                .statusCode(403);
        post(rho("Nobody"), "/rhos/Nobody/condition-evidence", evidence("LEGAL_PERSON"))
                .statusCode(404);
        judged(rho(rho)).body("evidence", empty());
    }

    @Test
    void D5_the_conditions_are_seen_by_the_rho_and_the_insurers_that_are_preferent_there() {
        get(buyer("7095"), path("conditions")).statusCode(404);
        get(rho("Other"), path("conditions")).statusCode(404);
        get(buyer("3311"), path("conditions?uzovi=7095")).statusCode(403);
        get(Tokens.of("nobody", Roles.INSURER), path("conditions")).statusCode(400);
        get(Tokens.insurer("two", List.of("3311", "7095"), Roles.INSURER), path("conditions"))
                .statusCode(400)
                .body("errors.code", contains("say-which"));
        get(buyer("3311"), path("conditions?uzovi=33")).statusCode(400);
        get(practice(agb()), path("conditions")).statusCode(403);
        judged(rho(rho)).body("uzovi", nullValue()).body("conditions", hasSize(4));
        get(rho(rho), path("conditions?uzovi=7095")).statusCode(200).body("uzovi", is("7095"));
    }

    @Test
    void D5_an_insurer_switches_conditions_off_and_is_shown_no_shortfall_of_them() {
        var uzovi = "4321";
        preferent(rho, uzovi);
        get(buyer(uzovi), "/insurer-policies/" + uzovi)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("stated", is(false))
                .body("conditions", hasSize(4));
        put(buyer(uzovi), uzovi, "\"0\"", "GP_MANDATE", "ION_100000")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("conditions", contains("ION_100000", "GP_MANDATE"));
        judged(buyer(uzovi))
                .body("conditions.applied", contains(false, true, true, false))
                .body("conditions.shortfalls.flatten().code", contains("too-few-ion", "evidence-missing"));
        judged(buyer("3311")).body("conditions.applied", contains(true, true, true, true));
        put(buyer(uzovi), uzovi, "\"1\"").statusCode(200);
        judged(buyer(uzovi)).body("conditions.shortfalls.flatten()", empty());
        get(rho(rho), "/insurer-policies/" + uzovi).statusCode(200).body("stated", is(true));
    }

    @Test
    void D5_a_policy_is_changed_by_its_insurer_on_the_version_that_it_read() {
        var uzovi = "4322";
        put(buyer(uzovi), uzovi, null).statusCode(428);
        put(buyer(uzovi), uzovi, "\"3\"").statusCode(412);
        put(buyer(uzovi), uzovi, "\"0\"", "RICH").statusCode(400).body("errors[0].location", is("/conditions/0"));
        put(buyer("3311"), uzovi, "\"0\"").statusCode(403);
        put(rho(rho), uzovi, "\"0\"").statusCode(403);
        get(buyer("3311"), "/insurer-policies/" + uzovi).statusCode(404);
        get(practice(agb()), "/insurer-policies/" + uzovi).statusCode(403);
        get(buyer(uzovi), "/insurer-policies/43").statusCode(400);

        var answers =
                Together.of(20, number -> put(buyer(uzovi), uzovi, number % 2 == 0 ? "\"0\"" : "*", "LEGAL_PERSON")
                        .extract()
                        .statusCode());
        assertEquals(
                List.of(),
                answers.stream()
                        .filter(status -> status != 200 && status != 412)
                        .toList());
        long stated = answers.stream().filter(status -> status == 200).count();
        get(buyer(uzovi), "/insurer-policies/" + uzovi).header("ETag", "\"" + stated + "\"");
    }

    @Test
    void D5_what_was_shown_and_stated_is_changed_by_nobody() {
        show("LEGAL_PERSON").statusCode(201);
        for (var table : List.of("condition_evidence", "condition_policy")) {
            assertEquals("42501", state("app", "delete from " + table));
            assertEquals("23001", state("owner", "delete from " + table));
            assertEquals("23001", state("owner", "truncate " + table));
        }
        var insert = "insert into condition_evidence values (gen_random_uuid(), '" + rho + "', 'GP_MANDATE', 'x',"
                + " decode(repeat('ab', 32), 'hex'), ";
        assertEquals("23514", state("app", insert + "null, null, null, now(), 'x')"));
        assertEquals("23514", state("app", insert + "'" + rho + "', 2, 1, now(), 'x')"));
        assertEquals("23503", state("app", insert + "'" + region() + "', 1, 1, now(), 'x')"));
        assertEquals("23514", state("app", "insert into condition_policy values ('4323', 1, '{RICH}', now(), 'x')"));
    }

    private ValidatableResponse judged(String token) {
        return get(token, path("conditions")).statusCode(200);
    }

    private ValidatableResponse show(String condition) {
        return post(rho(rho), path("condition-evidence"), evidence(condition));
    }

    private ValidatableResponse mandate(int mandated, int gps) {
        var evidence = evidence("GP_MANDATE");
        evidence.put("region", rho);
        evidence.put("mandatedGps", mandated);
        evidence.put("gps", gps);
        return post(rho(rho), path("condition-evidence"), evidence);
    }

    private static Map<String, Object> evidence(String condition) {
        return new HashMap<>(Map.of("condition", condition, "document", "extract", "documentDigest", DIGEST));
    }

    private static ValidatableResponse put(String token, String uzovi, String ifMatch, String... conditions) {
        var request = given().auth().oauth2(token).contentType(JSON).body(Map.of("conditions", List.of(conditions)));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/insurer-policies/" + uzovi)
                .then();
    }

    private String path(String part) {
        return "/rhos/" + rho + "/" + part;
    }

    private String state(String user, String sql) {
        return assertThrows(SQLException.class, () -> {
                    try (var connection = DriverManager.getConnection(databaseUrl, user, user);
                            var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .getSQLState();
    }
}
