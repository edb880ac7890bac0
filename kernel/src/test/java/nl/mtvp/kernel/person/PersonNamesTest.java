package nl.mtvp.kernel.person;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.kernel.rest.TrialResource;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** People read names, not subjects. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PersonNamesTest {

    private static final Instant EARLIER = Instant.parse("2023-03-01T12:00:00Z");

    /** A practice has one trial. */
    private static final AtomicInteger PRACTICES = new AtomicInteger(560_000);

    @Inject
    PersonNames names;

    @Inject
    ObjectMapper json;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void an_answer_names_who_did_something_as_the_token_did_then() throws InterruptedException {
        act(token().claim("name", "Anna Bakker"));
        learnt("Anna Bakker");
        var between = Instant.now();
        act(token().claim("name", "Anna de Vries"));
        learnt("Anna de Vries");

        deed(between).body("doneBy", is(subject)).body("doneByName", is("Anna Bakker"));
        deed(Instant.now()).body("doneByName", is("Anna de Vries"));
        deed(EARLIER).body("doneByName", is("Anna Bakker")).body("$", not(hasKey("withdrawnByName")));
        deed(EARLIER).body("signedBy", is(subject)).body("$", not(hasKey("signedByName")));
    }

    @Test
    void who_has_no_name_that_can_be_shown_is_called_by_the_next_one_or_by_none() {
        act(token().claim("name", "Anna\nBakker").claim("preferred_username", "abakker"));
        learnt("abakker");
        act(token().claim("name", " "));
        assertEquals(Optional.of("abakker"), names.nameOf(subject, null));
        assertEquals(Optional.empty(), names.nameOf("nobody", EARLIER));
    }

    @Test
    void a_command_that_was_refused_and_a_question_leave_no_name() {
        var named = Tokens.sign(token().claim("name", "Carla Curious"));
        given().auth().oauth2(named).get("/v1/trials").then().statusCode(200);
        given().auth()
                .oauth2(named)
                .contentType(JSON)
                .body("{}")
                .post("/v1/trials")
                .then()
                .statusCode(400);
        act(token().claim("name", "Carla"));
        learnt("Carla");
        deed(EARLIER).body("doneByName", is("Carla"));
    }

    @Test
    void what_is_no_answer_holds_subjects_only() throws JsonProcessingException {
        act(token().claim("name", "Dirk"));
        learnt("Dirk");
        var written = json.writeValueAsString(new TrialResource.Deed(subject, EARLIER, null, null, null));
        assertFalse(written.contains("Dirk"), written);
    }

    @Test
    void the_description_tells_of_the_name() {
        given().get("/v1/openapi.json")
                .then()
                .statusCode(200)
                .body("components.schemas.Deed.properties.doneByName.description", startsWith("What the token called"))
                .body("components.schemas.Deed.properties", not(hasKey("signedByName")));
    }

    @Test
    void a_fact_that_was_known_for_a_time_was_made_at_its_beginning_and_withdrawn_at_its_end() {
        var all = Set.of("settledBy", "withdrawnBy", "knownFromAt", "knownUntilAt");
        assertEquals(Optional.of("knownFromAt"), NamesInAnswers.momentOf("settledBy", all));
        assertEquals(Optional.of("knownUntilAt"), NamesInAnswers.momentOf("withdrawnBy", all));
        assertEquals(Optional.empty(), NamesInAnswers.momentOf("settledBy", Set.of("settledBy")));
        assertEquals(Optional.empty(), NamesInAnswers.momentOf("knownFromAt", all));
    }

    private JwtClaimsBuilder token() {
        return Tokens.person(subject, "insurer").claim("uzovi", List.of("3332"));
    }

    private static void act(JwtClaimsBuilder token) {
        given().auth()
                .oauth2(Tokens.sign(token))
                .header(Idempotency.HEADER, UUID.randomUUID())
                .contentType(JSON)
                .body(Map.of(
                        "uzovi",
                        "3332",
                        "agb",
                        "01%06d".formatted(PRACTICES.incrementAndGet()),
                        "amount",
                        "12124.80",
                        "quarter",
                        "2023-Q2"))
                .post("/v1/trials")
                .then()
                .statusCode(201);
    }

    private void learnt(String name) {
        await().until(() -> names.nameOf(subject, null).equals(Optional.of(name)));
    }

    private ValidatableResponse deed(Instant at) {
        return given().auth()
                .oauth2(Tokens.sign(token()))
                .queryParam("at", at.toString())
                .get("/v1/trials/deeds/" + subject)
                .then()
                .statusCode(200);
    }
}
