package nl.mtvp.kernel.rest.body;

import static io.restassured.http.ContentType.JSON;
import static nl.mtvp.kernel.rest.Trials.PROBLEM;
import static nl.mtvp.kernel.rest.Trials.asking;
import static nl.mtvp.kernel.rest.Trials.key;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.rest.command.Idempotency;
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
                    a\\u206ab      | malformed
                    a\\uffffb      | malformed
                    a\\ud83f\\udffeb | malformed
                    a\\tb          | one-line
                    a\\r\\nb       | one-line
                    a\\u2028b      | one-line
                    \\u3164\\u2800 | not-blank
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
    @ValueSource(strings = {"3", "1.5", "true", "[]", "{}"})
    void a_text_is_written_as_a_text(String other) {
        refused(
                START + ", \"parts\": [{\"name\": " + other + ", \"startsOn\": \"2023-04-01\"}]}",
                "/parts/0/name",
                "wrong-type");
    }

    @Test
    void a_name_that_somebody_made_up_is_told_back_so_that_it_can_be_kept_and_shown() {
        refused(START + ", \"a\\u0000\\u2028b\": 1}", "/a\uFFFD\uFFFDb", "unknown-property");
        refused(START + ", \"bsn 123456782\": 1}", "/bsn *********", "unknown-property");
        refused(START + ", \"" + "n".repeat(5_000) + "\": 1}", "/" + "n".repeat(299) + "...", "unknown-property");
    }

    @Test
    void an_unknown_property_is_told_where_it_stands_whatever_it_holds_and_wherever_it_comes() {
        refused("{\"foo\": [1, {\"a\": 2}], " + START.substring(1) + "}", "/foo", "unknown-property");
        refused(START + ", \"foo/~bar\": {\"z\": [1]}}", "/foo~1~0bar", "unknown-property");
        refused(
                START.replace("\"quarter\"", "\"foo\": [[1]], \"quarter\"") + ", \"parts\": []}",
                "/foo",
                "unknown-property");
        for (var part : List.of(
                "\"foo\": [1, 2], \"name\": \"b\", \"startsOn\": \"2023-04-01\"",
                "\"name\": \"b\", \"foo\": {}, \"startsOn\": \"2023-04-01\"",
                "\"name\": \"b\", \"startsOn\": \"2023-04-01\", \"foo\": [{}]")) {
            refused(
                    START + ", \"parts\": [{\"name\": \"a\", \"startsOn\": \"2023-04-01\"}, {" + part + "}]}",
                    "/parts/1/foo",
                    "unknown-property");
        }
    }

    @Test
    void a_body_is_utf_8() {
        for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-32LE")) {
            asking("3332")
                    .header(Idempotency.HEADER, key())
                    .contentType("application/json")
                    .body((START + "}").getBytes(Charset.forName(charset)))
                    .post("/v1/trials")
                    .then()
                    .statusCode(400)
                    .body("errors.code", contains("encoding"));
        }
    }

    @Test
    void what_is_too_long_or_too_deep_to_be_read_is_told_as_that() {
        post(START.replace("\"1.11\"", "1".repeat(1_001)) + "}")
                .body("errors.code", contains("too-large"))
                .body("errors.detail", contains(containsString("a number or a name is longer")));
        post(START + ", \"foo\": " + "[".repeat(1_001) + "]".repeat(1_001) + "}")
                .body("errors.code", contains("too-large"))
                .body("errors.detail", contains(containsString("nested deeper")));
    }

    @Test
    void of_very_many_faults_the_first_are_told() {
        var all = IntStream.range(0, 60_000)
                .mapToObj(at -> ", \"a" + at + "\": 1")
                .collect(Collectors.joining());
        var answer = post(START + all + "}")
                .body("errors", hasSize(1_001))
                .body("errors[1000].code", is("more"))
                .extract()
                .asByteArray();
        assertTrue(answer.length < 250_000, answer.length + " bytes");
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

    @ParameterizedTest
    @ValueSource(
            strings = {"12675.00000000000000000001", "0.10000000000000000001", "9007199254740993", "1e400", "-1e-400"})
    void canonical_json_refuses_numbers_that_it_would_make_other_ones_of(String number) {
        assertThrows(IllegalArgumentException.class, () -> read("{\"a\": [" + number + "]}"));
        assertThrows(IllegalArgumentException.class, () -> read("{\"a\": [" + "1".repeat(400) + "]}"));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "12675.00, 12675", "1E+2, 100", "9007199254740992, 9007199254740992", "-0.5, -0.5"})
    void numbers_that_are_the_same_have_one_canonical_form(String number, String form) {
        assertEquals(
                "[" + form + "]", new String(CanonicalJson.bytes(read("[" + number + "]")), StandardCharsets.UTF_8));
    }

    @Test
    void canonical_json_is_as_deep_as_json_is_read() {
        var deep = "[{\"a\": ".repeat(499) + "1e400" + "}]".repeat(499);
        var refused = assertThrows(IllegalArgumentException.class, () -> read(deep));
        assertTrue(refused.getMessage().startsWith("at /0/a/0/a/"), refused.getMessage());
    }

    @Test
    void the_place_of_a_number_that_is_none_is_told_without_what_may_be_a_BSN() {
        var refused = assertThrows(IllegalArgumentException.class, () -> read("{\"a/123456782\": 1e400}"));
        assertTrue(refused.getMessage().startsWith("at /a~1********* "), refused.getMessage());
    }

    private static Object read(String json) {
        return CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8));
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
