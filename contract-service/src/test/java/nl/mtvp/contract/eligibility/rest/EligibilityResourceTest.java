package nl.mtvp.contract.eligibility.rest;

import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class EligibilityResourceTest {

    private static final String CHECK = "checks.find { it.check == '%s' }.";
    private static final Map<String, Object> GP =
            Map.of("name", "De Vries", "big", "19012345601", "personalAgb", "01234567");
    private static final Map<String, Object> WHOLE =
            Map.of("gps", List.of(GP), "locumArrangement", true, "exclusions", List.of());

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    Transactions transactions;

    private String agb;
    private String path;

    @BeforeEach
    void a_registered_practice() {
        TestClock.at("2023-05-20");
        agb = world.newAgb();
        world.register("3332", agb);
        path = "/v1/practices/" + agb + "/eligibility";
    }

    @Test
    void D23_a_practice_becomes_eligible_by_what_it_states() {
        getAs(buyer("3332"), path)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("eligible", is(false))
                .body("statement", nullValue());
        put(signatory(agb), "\"0\"", WHOLE)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("eligible", is(true));
        getAs(buyer("3332"), path)
                .body("eligible", is(true))
                .body("statedAt", is("2023-05-20T10:00:00Z"))
                .body("statement.gps.personalAgb", contains("01234567"));
    }

    @Test
    void D23_shortfalls_and_warnings_are_answered_all_together() {
        var statement = Map.of(
                "gps",
                List.of(Map.of("name", "Jansen", "big", "7"), Map.of("name", "Bakker", "personalAgb", "01234568")),
                "locumArrangement",
                false,
                "exclusions",
                List.of("MORATORIUM"));
        put(signatory(agb), "\"0\"", statement)
                .statusCode(200)
                .body("eligible", is(false))
                .body("checks", hasSize(6))
                .body(CHECK.formatted("GP_BIG_NUMBERS") + "shortfalls.subject", contains("GP Bakker"))
                .body(CHECK.formatted("GP_BIG_NUMBERS") + "warnings", hasSize(1))
                .body(CHECK.formatted("GP_PERSONAL_AGBS") + "shortfalls.subject", contains("GP Jansen"))
                .body(CHECK.formatted("LOCUM_ARRANGEMENT") + "met", is(false))
                .body(CHECK.formatted("NO_EXCLUSIONS") + "shortfalls.subject", contains("MORATORIUM"));
        put(signatory(agb), "\"1\"", WHOLE).statusCode(200).body("eligible", is(true));
        var versions = transactions.run(() -> sql.query("select count(*) from eligibility_statement where agb = :agb")
                .bind("agb", agb)
                .mapTo(Integer.class)
                .one());
        assertEquals(2, versions);
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.execute("delete from eligibility_gp")),
                "what was stated stays on record");
    }

    @Test
    void D23_malformed_statements_and_stale_versions_are_refused() {
        var malformed = Map.of("gps", List.of(Map.of("big", "a b", "personalAgb", "1")), "exclusions", List.of());
        put(signatory(agb), "\"0\"", malformed)
                .statusCode(400)
                .body(
                        "errors.location",
                        containsInAnyOrder("/gps/0/name", "/gps/0/big", "/gps/0/personalAgb", "/locumArrangement"));
        put(signatory(agb), "\"0\"", Map.of("gps", List.of(), "locumArrangement", true, "exclusions", List.of("RICH")))
                .statusCode(400);
        put(signatory(agb), "", WHOLE).statusCode(428);
        put(signatory(agb), "\"0\"", WHOLE).statusCode(200);
        put(signatory(agb), "\"0\"", WHOLE).statusCode(412);
    }

    @Test
    void D23_a_signatory_states_for_the_own_practice_and_strangers_see_nothing() {
        put(buyer("3332"), "\"0\"", WHOLE).statusCode(403);
        put(signatory(world.newAgb()), "\"0\"", WHOLE).statusCode(403);
        var reader = Tokens.practice("reader", List.of(agb), World.kvkOf(agb), Roles.PRACTICE);
        put(reader, "\"0\"", WHOLE).statusCode(403);
        var robot = Tokens.system("his", Map.of("agb", List.of(agb)), Roles.SIGNATORY);
        put(robot, "\"0\"", WHOLE).statusCode(403).body("type", is("urn:mtvp:problem:person-needed"));
        getAs(reader, path).statusCode(200);
        getAs(signatory(world.newAgb()), path).statusCode(404);
        getAs(Tokens.of("nobody", Roles.INSURER), path).statusCode(404);
        getAs(buyer("3332"), "/v1/practices/" + world.newAgb() + "/eligibility").statusCode(404);
    }

    private ValidatableResponse put(String token, String ifMatch, Map<String, ?> body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }
}
