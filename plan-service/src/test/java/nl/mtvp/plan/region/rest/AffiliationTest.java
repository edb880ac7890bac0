package nl.mtvp.plan.region.rest;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.buyer;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.next;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.practices;
import static nl.mtvp.plan.Api.preferent;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.contains;
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
class AffiliationTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    private TestClock clock;
    private String here;
    private String there;
    private final String agb = agb();

    @BeforeEach
    void a_practice_in_one_of_two_regions() {
        clock = TestClock.at("2023-05-01");
        here = region("Zeist", "Soest");
        there = region("Utrecht");
        practices(here, line(agb, "Zeist", 4_000));
    }

    @Test
    void D5_a_practice_moves_from_a_day_on_and_where_it_was_stays_readable() {
        move("2023-07-01")
                .statusCode(201)
                .body("rho", is(there))
                .body("affiliatedFrom", is("2023-07-01"))
                .body("affiliatedUntil", nullValue());

        clock.moveTo("2023-06-30");
        listed(here, agb);
        listed(there);
        clock.moveTo("2023-07-01");
        listed(here);
        listed(there, agb);
        var path = "/practices/" + agb + "/affiliations";
        for (var reader : List.of(practice(agb), rho(here), rho(there), service())) {
            get(reader, path)
                    .statusCode(200)
                    .body("region", contains(here, there))
                    .body("hub", contains("Zeist", "Utrecht"))
                    .body("affiliatedUntil", contains("2023-07-01", null));
        }
        var page = get(practice(agb), path + "?limit=1").body("region", contains(here));
        get(practice(agb), next(page)).statusCode(200).body("region", contains(there));
    }

    @Test
    void D5_where_a_practice_was_is_told_to_its_regions_and_nobody_else() {
        var path = "/practices/" + agb + "/affiliations";
        get(buyer("3311"), path).statusCode(404);
        preferent(here, "3311");
        get(buyer("3311"), path).statusCode(200).body("hub", contains("Zeist"));
        get(rho(there), path).statusCode(404);
        get(practice(agb()), path).statusCode(404);
        get(service(), "/practices/" + agb() + "/affiliations").statusCode(404);
        get(Tokens.of("notary", Roles.NOTARY), path).statusCode(403);
        get(service(), "/practices/0199/affiliations").statusCode(400);
        get(service(), path + "?limit=0").statusCode(400);
    }

    @Test
    void D5_its_new_rho_declares_it_and_speaks_for_it_from_that_day_on() {
        move("2023-07-01").statusCode(201);
        var declared = Map.of("practices", List.of(line(agb, "Utrecht", 4_100)));

        post(rho(there), "/regions/" + there + "/practices", declared)
                .statusCode(409)
                .body("errors.code", contains("bound-elsewhere"));
        preference(here).statusCode(201);
        preference(there).statusCode(400);
        clock.moveTo("2023-07-01");
        post(rho(there), "/regions/" + there + "/practices", declared).statusCode(201);
        get(rho(there), "/regions/" + there + "/practices").body("ion", contains(4_100));
        post(rho(here), "/regions/" + here + "/practices", Map.of("practices", List.of(line(agb, "Zeist", 1))))
                .statusCode(409)
                .body("errors.code", contains("bound-elsewhere"));
        preference(here).statusCode(400);
        preference(there).statusCode(201);
        get(rho(there), "/regions/" + there + "/preferences").body("agb", contains(agb));
        get(rho(here), "/regions/" + here + "/preferences").body("$", empty());
    }

    @Test
    void D5_its_praktijkplan_is_seen_by_the_rho_of_the_day() {
        String id = post(practice(agb), "/praktijkplannen", Map.of("agb", agb))
                .statusCode(201)
                .body("rho", is(here))
                .extract()
                .path("id");
        move("2023-07-01").statusCode(201);
        get(rho(here), "/praktijkplannen/" + id).statusCode(200);
        get(rho(there), "/praktijkplannen/" + id).statusCode(404);
        clock.moveTo("2023-07-01");
        get(rho(here), "/praktijkplannen/" + id).statusCode(404);
        get(rho(there), "/praktijkplannen/" + id).statusCode(200).body("region", is(there));
        get(rho(there), "/praktijkplannen").body("id", contains(id));
    }

    @Test
    void D5_a_move_is_refused_when_the_place_is_unknown_or_the_same_or_the_day_does_not_follow() {
        refused(move(there, "Baarn", "2023-07-01"), "unknown-hub");
        refused(move("None", "Utrecht", "2023-07-01"), "unknown-hub");
        refused(move(here, "Zeist", "2023-07-01"), "practice-is-there");
        move("2023-04-30").statusCode(400).body("errors.code", contains("in-the-past"));
        move("2023-07-01").statusCode(201);
        refused(move(here, "Soest", "2023-07-01"), "moves-that-day");
        move(here, "Soest", "2023-06-01").statusCode(400).body("errors.code", contains("before-the-last-move"));
        move(here, "Soest", "2023-10-01").statusCode(201);
        get(practice(agb), "/practices/" + agb + "/affiliations").body("hub", contains("Zeist", "Utrecht", "Soest"));
    }

    @Test
    void D5_only_the_practice_itself_moves() {
        var path = "/practices/" + agb + "/moves";
        var body = Map.of("region", there, "hub", "Utrecht", "movesOn", "2023-07-01");
        post(rho(here), path, body).statusCode(403);
        post(rho(there), path, body).statusCode(403);
        post(practice(agb()), path, body).statusCode(403);
        var nobody = agb();
        post(practice(nobody), "/practices/" + nobody + "/moves", body).statusCode(404);
        post(practice(agb), path, Map.of("hub", " "))
                .statusCode(400)
                .body("errors.location", contains("/hub", "/movesOn", "/region"));
        get(practice(agb), "/practices/" + agb + "/affiliations").body("$", hasSize(1));
    }

    @Test
    void D5_of_moves_at_once_one_wins() throws SQLException {
        var answers =
                Together.of(20, number -> (number % 2 == 0 ? move("2023-07-01") : move(here, "Soest", "2023-07-01"))
                        .extract()
                        .statusCode());

        assertEquals(1, answers.stream().filter(status -> status == 201).count(), () -> "answers: " + answers);
        assertEquals(19, answers.stream().filter(status -> status == 409).count(), () -> "answers: " + answers);
        get(practice(agb), "/practices/" + agb + "/affiliations").body("affiliatedFrom", contains(null, "2023-07-01"));
    }

    @Test
    void D5_the_database_holds_a_practice_to_one_place_a_day_and_history_to_what_it_was() {
        move("2023-07-01").statusCode(201);
        var second = "insert into affiliation values ('" + agb + "', '" + here
                + "', 'Soest', daterange('2023-06-01', '2023-06-02'), now(), 'x')";
        assertEquals("23P01", state("app", second));
        assertEquals(
                "23001",
                state(
                        "app",
                        "update affiliation set valid = daterange(null, '2023-06-01') where agb = '" + agb
                                + "' and upper(valid) = '2023-07-01'"));
        assertEquals("23001", state("owner", "update affiliation set hub = 'Soest' where agb = '" + agb + "'"));
        assertEquals("23001", state("owner", "delete from affiliation where agb = '" + agb + "'"));
        assertEquals("42501", state("app", "delete from affiliation"));
        assertEquals(
                "23514",
                state(
                        "app",
                        "insert into affiliation values ('" + agb + "', '" + here
                                + "', 'Soest', 'empty', now(), 'x')"));
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

    private ValidatableResponse move(String movesOn) {
        return move(there, "Utrecht", movesOn);
    }

    private ValidatableResponse move(String region, String hub, String movesOn) {
        return post(
                practice(agb),
                "/practices/" + agb + "/moves",
                Map.of("region", region, "hub", hub, "movesOn", movesOn));
    }

    private ValidatableResponse preference(String region) {
        return post(
                rho(region),
                "/regions/" + region + "/preferences",
                Map.of("preferences", List.of(Map.of("agb", agb, "takesPart", false))));
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(409).body("type", is("urn:mtvp:problem:" + code));
    }

    private static void listed(String region, String... agbs) {
        var page = get(rho(region), "/regions/" + region + "/practices").statusCode(200);
        page.body("agb", agbs.length == 0 ? empty() : contains(agbs));
    }
}
