package nl.mtvp.kernel.rest;

import static io.restassured.http.ContentType.JSON;
import static nl.mtvp.kernel.rest.Trials.PROBLEM;
import static nl.mtvp.kernel.rest.Trials.asking;
import static nl.mtvp.kernel.rest.Trials.key;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read as strictly as it is hashed: what has two meanings, or none, is refused. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class JsonFormTest {

    private static final String START =
            "{\"uzovi\": \"3332\", \"agb\": \"01999901\", \"amount\": \"1.11\", \"quarter\": \"2023-Q2\"";

    @Test
    void a_property_that_stands_twice_is_named_wherever_it_stands() {
        refused(START + ", \"amount\": \"2.22\"}", "/amount", "property-twice");
        refused(
                START + ", \"parts\": [{\"name\": \"a\", \"startsOn\": \"2023-04-01\", \"name\": \"b\"}]}",
                "/parts/0/name",
                "property-twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"} {}", "}]", "} x", "}}", "", ", \"parts\": [{\"name\": \"cut o"})
    void a_body_is_one_whole_document(String end) {
        post(START + end).body("errors.code", contains("no-json"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    \\ud83d        | malformed
                    a\\udc00b      | malformed
                    a\\u0000b      | malformed
                    a\\u0007b      | malformed
                    a\\u0085b      | malformed
                    a\\u202eb      | malformed
                    a\\u2066b      | malformed
                    \\u00a0\\u2003 | not-blank
                    \\u200b\\ufeff | not-blank
                    \\u3000        | not-blank
                    """)
    void a_text_holds_whole_characters_that_are_seen(String name, String code) {
        refused(
                START + ", \"parts\": [{\"name\": \"" + name + "\", \"startsOn\": \"2023-04-01\"}]}",
                "/parts/0/name",
                code);
    }

    @Test
    void what_has_another_type_is_told_in_words_what_is_expected() {
        post(START + ", \"parts\": {}}")
                .body("errors.location", contains("/parts"))
                .body("errors.detail", contains("a list is expected"));
        post(START + ", \"parts\": [[]]}").body("errors.detail", everyItem(not(containsString("arraylist"))));
        post(START.replace("\"1.11\"", "1".repeat(309)) + "}").body("errors.location", contains("/amount"));
        post(START.replace("\"1.11\"", "-" + "9".repeat(999)) + "}").body("errors.location", contains("/amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "*-", "nl-", "en;q=x", ",", "\u00e9"})
    void a_preference_for_no_language_is_none(String languages) {
        asking("3332")
                .header(Idempotency.HEADER, key())
                .header("Accept-Language", languages)
                .contentType(JSON)
                .body("{}")
                .post("/v1/trials")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void canonical_json_refuses_half_a_character_wherever_it_stands() {
        for (var json : new String[] {"{\"a\": \"\\ud83d\"}", "{\"\\udc00\": 1}", "[[{\"a\": [\"x\\ud800y\"]}]]"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8)),
                    json);
        }
    }

    private static void refused(String body, String location, String code) {
        post(body).body("errors.location", contains(location)).body("errors.code", contains(code));
    }

    private static ValidatableResponse post(String body) {
        return asking("3332")
                .header(Idempotency.HEADER, key())
                .contentType(JSON)
                .body(body)
                .post("/v1/trials")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }
}
