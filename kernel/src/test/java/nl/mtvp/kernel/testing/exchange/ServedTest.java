package nl.mtvp.kernel.testing.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check sees, also where validators look away. */
class ServedTest {

    private static final String THING = "/v1/things/0188389a-0d00-7000-8000-000000000001";
    private static final Served SERVED = new Served(document());
    private static final String RIGHT =
            """
            {"name": "x", "at": "2023-04-01T10:00:00.5Z", "day": null, "other": null, "any": [{"a": null}], "kind": "B"}""";

    @Test
    void what_is_as_the_document_says_is_right() {
        assertEquals(List.of(), wrong(answer(200, "application/json", RIGHT)));
        assertEquals(List.of(), wrong(answer(200, "application/json;charset=UTF-8", RIGHT)));
        assertEquals(List.of(), wrong(answer(404, "application/problem+json", problem("unknown"))));
        assertEquals(List.of(), wrong(post("{\"name\": \"x\"}", 204)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\": \"x\" | \"name\": null",
                "\"name\": \"x\" | \"name\": 1",
                "\"name\": \"x\", | ``",
                "\"name\": \"x\" | \"name\": \"x\", \"more\": 1",
                "\"name\": \"x\" | \"name\": \"12345678901\"",
                "10:00:00.5Z | 10:00:00",
                "10:00:00.5Z | 25:00:00Z",
                "\"day\": null | \"day\": \"2023-02-30\"",
                "\"other\": null | \"other\": {}",
                "\"other\": null | \"other\": {\"a\": 1, \"more\": 1}",
                "\"kind\": \"B\" | \"kind\": \"C\"",
                "\"kind\": \"B\" | \"kind\": null",
            })
    void an_answer_that_is_another_is_wrong(String right, String other) {
        var changed = RIGHT.replace(right.strip(), other);
        assertTrue(!changed.equals(RIGHT), "nothing was changed");
        assertTrue(!wrong(answer(200, "application/json", changed)).isEmpty(), changed);
    }

    @Test
    void the_message_tells_operation_and_place_and_what_the_document_says() {
        assertEquals(
                "getThing: 200 to GET " + THING
                        + ": answer /name: [Path '/name'] Instance type (null) does not match any"
                        + " allowed primitive type (allowed: [\"string\"]); the document says:"
                        + " {\"type\":\"string\",\"maxLength\":10}",
                wrong(answer(200, "application/json", RIGHT.replace("\"x\"", "null")))
                        .get(0));
    }

    @Test
    void an_answer_has_a_described_status_and_type_and_its_headers() {
        assertEquals(1, wrong(answer(202, "application/json", RIGHT)).size());
        assertEquals(1, wrong(answer(200, "text/html", "<p>")).size());
        assertEquals(1, wrong(answer(200, "application/json", "")).size());
        assertEquals(1, wrong(answer(404, "application/problem+json", "{}")).size());
        assertEquals(1, wrong(answer(404, "text/plain", "no")).size());
        var located = exchange("GET", THING, null, "", "", 200, "application/json", RIGHT);
        located.received().put("location", List.of(THING));
        assertEquals(1, wrong(located).size());
    }

    @Test
    void a_refusal_has_a_type_that_is_named() {
        assertEquals(List.of(), wrong(answer(410, "application/problem+json", problem("unknown"))));
        assertEquals(
                List.of("getThing: 410 to GET " + THING + ": answer: problem type other is not named;"
                        + " the document says: [gone, unknown]"),
                wrong(answer(410, "application/problem+json", problem("other"))));
        assertEquals(
                1,
                wrong(answer(
                                410,
                                "application/problem+json",
                                problem("gone").replace("\"title\": \"gone", "\"title\": \"Gone")))
                        .size());
    }

    @Test
    void what_no_operation_takes_is_refused_with_a_problem() {
        assertEquals(List.of(), wrong(elsewhere(404, "application/problem+json", problem("unknown"))));
        assertEquals(1, wrong(elsewhere(404, "text/html", "no")).size());
        assertEquals(1, wrong(elsewhere(404, "application/problem+json", "{}")).size());
        assertEquals(1, wrong(elsewhere(200, "application/json", "{}")).size());
        assertEquals(
                1, wrong(exchange("DELETE", THING, null, "", "", 204, "", "")).size());
        assertEquals(
                1,
                wrong(exchange("GET", THING + "/", null, "", "", 200, "application/json", RIGHT))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": \"x\", \"more\": 1}", "{\"name\": 1}", "", "nonsense"})
    void a_request_is_right_where_it_was_accepted(String body) {
        assertEquals(1, wrong(post(body, 204)).size());
        var refused = exchange(
                "POST", THING, null, "application/json", body, 400, "application/problem+json", problem("invalid"));
        assertEquals(List.of(), wrong(refused));
    }

    @Test
    void an_accepted_request_has_a_token_and_no_other_parameters() {
        var right = exchange("GET", THING, "day=2023-04-01", "", "", 200, "application/json", RIGHT);
        assertEquals(List.of(), wrong(right));
        assertEquals(
                1,
                wrong(exchange("GET", THING, "day=2023", "", "", 200, "application/json", RIGHT))
                        .size());
        assertEquals(
                1,
                wrong(exchange("GET", THING, "more=1", "", "", 200, "application/json", RIGHT))
                        .size());
        right.sent().remove("authorization");
        assertEquals(1, wrong(right).size());
    }

    @Test
    void each_line_is_looked_at_but_those_that_the_answer_refuses() {
        var lines = "{\"name\": \"x\"}\n\n{\"name\": 1}\n";
        var accepted = "[{\"line\": 1, \"outcome\": \"KEPT\"}, {\"line\": 3, \"outcome\": \"KEPT\"}]";
        var path = "/v1/imports";
        assertEquals(
                1,
                wrong(exchange("POST", path, null, "application/x-ndjson", lines, 200, "application/json", accepted))
                        .size());
        var refused = accepted.replace("3, \"outcome\": \"KEPT\"", "3, \"outcome\": \"REFUSED\"");
        assertEquals(
                List.of(),
                wrong(exchange("POST", path, null, "application/x-ndjson", lines, 200, "application/json", refused)));
        assertEquals(
                1,
                wrong(exchange("GET", path, null, "", "", 200, "application/x-ndjson", lines))
                        .size());
    }

    @Test
    void a_document_that_is_no_openapi_is_wrong_itself() {
        var broken = document().replace("\"items\"", "\"item\"");
        assertThrows(IllegalStateException.class, () -> new Served(broken));
    }

    private static List<String> wrong(Exchange exchange) {
        return SERVED.violations(exchange).stream().map(Violation::shown).toList();
    }

    private static Exchange answer(int status, String type, String body) {
        return exchange("GET", THING, null, "", "", status, type, body);
    }

    private static Exchange elsewhere(int status, String type, String body) {
        return exchange("GET", "/v1/nothing", null, "", "", status, type, body);
    }

    private static Exchange post(String body, int status) {
        return exchange("POST", THING, null, "application/json", body, status, "", "");
    }

    private static String problem(String type) {
        return "{\"type\": \"urn:mtvp:problem:" + type + "\", \"title\": \"" + type + "\", \"status\": 400}";
    }

    private static Exchange exchange(
            String method,
            String path,
            String query,
            String asked,
            String request,
            int status,
            String answered,
            String answer) {
        var sent = new TreeMap<>(Map.of("authorization", List.of("Bearer x")));
        if (!asked.isEmpty()) {
            sent.put("content-type", List.of(asked));
        }
        var received = answered.isEmpty() ? Map.<String, List<String>>of() : Map.of("content-type", List.of(answered));
        return new Exchange(
                method, path, query, sent, request.getBytes(UTF_8), status, received, answer.getBytes(UTF_8));
    }

    private static String document() {
        try (var document = ServedTest.class.getResourceAsStream("things.json")) {
            return new String(document.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
