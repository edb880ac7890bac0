package nl.mtvp.kernel.testing;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The technical rules of the Dutch API Design Rules, 2.1 and the draft of 2.2, over the description that a service gives
 * and over real answers; one test for each rule, named after it. What the draft says of problem documents it says with
 * exactly the five members of RFC 9457; here {@code errors} stands beside them (RFC 9457 has extensions, and the draft's
 * own linter has a case for this one). That of TLS is the cluster's: the services are behind what ends it.
 */
public abstract class DesignRules {

    private static final String PROBLEM = "application/problem+json";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final Set<String> NO_METHODS = Set.of("summary", "description", "servers", "parameters");

    private JsonNode api;

    @BeforeEach
    void read() throws IOException {
        api = new ObjectMapper().readTree(given().get("/v1/openapi.json").asString());
    }

    @Test
    void no_trailing_slash() {
        assertEquals(List.of(), paths().filter(path -> path.endsWith("/")).toList());
        asking().get("/v1/events").then().statusCode(200);
        asking().get("/v1/events/").then().statusCode(404);
    }

    @Test
    void http_methods() {
        var odd = new TreeSet<String>();
        api.path("paths").forEach(item -> item.fieldNames().forEachRemaining(odd::add));
        odd.removeAll(METHODS);
        odd.removeAll(NO_METHODS);
        assertEquals(Set.of(), odd);
        given().request("TRACE", "/v1/events").then().statusCode(405);
        given().request("FIND", "/v1/events").then().statusCode(405);
    }

    @Test
    void path_segments_kebab_case() {
        assertEquals(
                List.of(),
                paths().filter(path -> !path.matches("(/([a-z0-9]+([-.][a-z0-9]+)*|\\{[a-zA-Z]+}))+"))
                        .toList());
    }

    @Test
    void query_keys_camel_case() {
        assertEquals(
                List.of(),
                Stream.of(api.findValues("parameters").toArray(JsonNode[]::new))
                        .flatMap(DesignRules::stream)
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .map(parameter -> parameter.path("name").asText())
                        .filter(name -> !name.matches("[a-z]+([A-Z][a-z0-9]*)*"))
                        .toList());
    }

    @Test
    void doc_openapi() {
        assertTrue(api.path("openapi").asText().matches("3\\.0\\.\\d+"));
        assertTrue(api.path("paths").size() > 1, "paths are defined");
        var lost = api.findValuesAsText("$ref").stream()
                .filter(reference -> !reference.startsWith("#/")
                        || api.at(reference.substring(1)).isMissingNode())
                .toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void doc_openapi_contact() {
        for (var field : List.of("name", "url", "email")) {
            assertTrue(!api.at("/info/contact/" + field).asText().isBlank(), field);
        }
    }

    /** The same stands at the other addresses of the description, of which the document names the first. */
    @Test
    void publish_openapi() throws IOException {
        assertEquals(0, api.at("/paths/~1openapi.json/get/security").size());
        assertTrue(api.at("/paths/~1openapi.json/get/security").isArray());
        var yaml = given().noFilters()
                .get("/v1/openapi.yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(api, new YAMLMapper().readTree(yaml));
        for (var form : List.of("json", "yaml")) {
            var path = "/v1/openapi." + form;
            var read = given().noFilters()
                    .header("Origin", "https://elsewhere.example")
                    .get(path);
            assertEquals("*", read.getHeader("Access-Control-Allow-Origin"));
            var before = given().noFilters()
                    .header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "GET")
                    .options(path);
            assertEquals(200, before.statusCode());
            assertEquals("*", before.getHeader("Access-Control-Allow-Origin"));
            assertEquals("GET, HEAD, OPTIONS", before.getHeader("Allow"));
        }
    }

    @Test
    void uri_version() {
        var major = api.at("/info/version").asText().split("\\.")[0];
        assertEquals(
                List.of("/v" + major),
                stream(api.path("servers"))
                        .map(server -> server.path("url").asText())
                        .toList());
    }

    @Test
    void semver() {
        var version = api.at("/info/version").asText();
        assertTrue(version.matches("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}(-[0-9A-Za-z.-]+)?"), version);
    }

    @Test
    void version_header() {
        var silent = new TreeSet<String>();
        eachAnswer((where, answer) -> {
            if (where.matches(".* [23]..") && !answer.path("headers").has("API-Version")) {
                silent.add(where);
            }
        });
        assertEquals(Set.of(), silent);
        answers()
                .forEach((what, answer) ->
                        assertEquals(api.at("/info/version").asText(), answer.getHeader("API-Version"), what));
    }

    @Test
    void transport_security_headers() {
        answers().forEach((what, answer) -> {
            var wanted = Map.of(
                    "Content-Security-Policy", "frame-ancestors 'none'",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Strict-Transport-Security", "max-age=",
                    "Cache-Control", "no-store");
            wanted.forEach((name, value) -> assertTrue(
                    String.valueOf(answer.getHeader(name)).contains(value),
                    () -> what + ": " + name + " is " + answer.getHeader(name)));
        });
    }

    /** No other page than those of the installation, of which a test of the whole suite has some. */
    @Test
    void transport_cors() {
        for (var method : List.of("GET", "OPTIONS")) {
            var answer = asking().header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "GET")
                    .request(method, "/v1/events");
            assertEquals(null, answer.getHeader("Access-Control-Allow-Origin"), method);
        }
    }

    @Test
    void problem_details() {
        var other = new TreeSet<String>();
        eachAnswer((where, answer) -> {
            if (where.matches(".* [45]..") && !answer.path("content").has(PROBLEM)) {
                other.add(where);
            }
        });
        assertEquals(Set.of(), other);
        var described = api.at("/components/schemas/Problem");
        var required = new TreeSet<String>();
        described.path("required").forEach(name -> required.add(name.asText()));
        assertTrue(required.containsAll(Set.of("status", "title", "detail")), required.toString());
        var members = new TreeSet<String>();
        described.path("properties").fieldNames().forEachRemaining(members::add);
        assertEquals(Set.of("detail", "errors", "instance", "status", "title", "type"), members);
        answers().forEach((what, answer) -> {
            if (answer.statusCode() >= 400) {
                assertEquals(PROBLEM, answer.contentType(), what);
                Map<String, Object> problem = answer.jsonPath().getMap("");
                assertTrue(problem.keySet().containsAll(required), () -> what + ": " + problem);
                assertEquals(answer.statusCode(), problem.get("status"), what);
            }
        });
    }

    /** The draft's rules of days and moments: a format for each, a moment has its zone, and the name tells which it is. */
    @Test
    void date_and_time() {
        var document = new ApiDocument(api);
        var wrong = document.properties().stream()
                .filter(property -> {
                    var formats = document.formats(property.written());
                    boolean isText = property.written().path("type").asText().equals("string");
                    boolean named = property.name().matches(".*(At|On)|time");
                    return formats.contains("time")
                            || formats.contains("date-time-local")
                            || property.name().matches(".*On") && isText && !formats.contains("date")
                            || property.name().matches(".*At") && !formats.contains("date-time")
                            || formats.contains("date-time") && !named;
                })
                .map(ApiDocument.Named::fullName)
                .collect(joining(", "));
        assertEquals("", wrong);
    }

    /** Of each kind: done, not for everybody, nothing there, no such method, no such form. */
    private static Map<String, Response> answers() {
        return Map.of(
                "the description", given().get("/v1/openapi.json"),
                "a list", asking().get("/v1/events"),
                "without a token", given().get("/v1/events"),
                "nowhere", asking().get("/v1/nothing"),
                "a method", asking().delete("/v1/events"),
                "a form", asking().accept("image/png").get("/v1/events"),
                "a parameter", asking().get("/v1/events?limit=x"),
                "options", given().options("/v1/events"));
    }

    private static io.restassured.specification.RequestSpecification asking() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.system("reader", Map.of(), Roles.SERVICE));
    }

    private void eachAnswer(BiConsumer<String, JsonNode> look) {
        api.path("paths")
                .forEach(item -> item.forEach(operation -> operation
                        .path("responses")
                        .properties()
                        .forEach(answer -> look.accept(
                                operation.path("operationId").asText() + " " + answer.getKey(),
                                there(answer.getValue())))));
    }

    private JsonNode there(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Stream<String> paths() {
        return api.path("paths").properties().stream().map(Map.Entry::getKey);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
