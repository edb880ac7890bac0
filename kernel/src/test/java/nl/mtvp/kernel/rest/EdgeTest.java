package nl.mtvp.kernel.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class EdgeTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void a_created_thing_reads_back_with_exact_values_and_the_version_header() {
        String location = post("3332", body("3332", "01000001"), key())
                .statusCode(201)
                .header("API-Version", "1.0.0")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-store")
                .header("ETag", "\"1\"")
                .extract()
                .header("Location");

        asking("3332")
                .get(location)
                .then()
                .statusCode(200)
                .body("amount", is("12124.80"))
                .body("quarter", is("2023-Q2"));
    }

    @Test
    void every_fault_of_a_body_is_named_at_once() {
        var body = body("3332", "0199990");
        body.put("quarter", "2023-5");
        body.put("amount", "1.234");
        body.put("tarif", "2.88");
        body.put("parts", List.of(Map.of("name", " ", "startsOn", "31-12-2023")));

        post("3332", body, key())
                .statusCode(400)
                .contentType(PROBLEM)
                .header("API-Version", "1.0.0")
                .body("type", is("urn:mtvp:problem:invalid-input"))
                .body("status", is(400))
                .body("instance", is("/v1/trials"))
                .body(
                        "errors.location",
                        containsInAnyOrder(
                                "/agb", "/quarter", "/amount", "/tarif", "/parts/0/name", "/parts/0/startsOn"))
                .body("errors.in", everyItem(is("body")))
                .body("errors.find { it.location == '/agb' }.detail", containsString("8 digits"))
                .body("detail", not(containsString("0199990")));
    }

    @Test
    void missing_fields_are_named() {
        post("3332", new HashMap<>(), key())
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("/uzovi", "/agb", "/amount", "/quarter"))
                .body("errors.code", everyItem(is("not-null")));
    }

    @Test
    void a_body_that_is_no_json_is_said_to_be_none() {
        asking("3332")
                .header(Idempotency.HEADER, key())
                .contentType(JSON)
                .body("{\"uzovi\": ")
                .post("/v1/trials")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.code", contains("no-json"));
    }

    @Test
    void a_parameter_out_of_bounds_or_form_is_named() {
        asking("3332").get("/v1/trials?limit=0").then().statusCode(400).body("errors.location", contains("limit"));
        asking("3332")
                .get("/v1/trials?agb=123")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.detail", hasItem(containsString("8 digits")));
        asking("3332").get("/v1/trials/123").then().statusCode(400).contentType(PROBLEM);
        asking("3332").get("/v1/trials?cursor=~").then().statusCode(400).body("errors.location", contains("cursor"));
    }

    @Test
    void everything_wrong_with_the_parameters_is_named_at_once() {
        asking("3332")
                .get("/v1/trials?limit=many&agb=123&agbs=12345678&cursor=a&cursor=b")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.in", everyItem(is("query")))
                .body("errors.location", contains("agb", "agbs", "cursor", "limit"))
                .body("errors.code", contains("malformed", "unknown-parameter", "repeated", "malformed"))
                .body("errors.detail[1]", containsString("There are agb, cursor, limit, name"));
        asking("3332")
                .get("/v1/trials/123?id=4")
                .then()
                .statusCode(400)
                .body("errors.in", contains("path", "query"))
                .body("errors.location", contains("id", "id"));
    }

    @Test
    void a_parameter_out_of_bounds_is_named_where_it_stands() {
        asking("3332")
                .get("/v1/trials?limit=0&name=ab")
                .then()
                .statusCode(400)
                .body("errors.in", everyItem(is("query")))
                .body("errors.location", contains("limit", "name"));
        asking("3332")
                .get("/v1/trials/" + UUID.randomUUID() + "/parts/0")
                .then()
                .statusCode(400)
                .body("errors.in", contains("path"))
                .body("errors.location", contains("number"));
    }

    @Test
    void who_may_not_ask_learns_nothing_of_the_parameters() {
        given().get("/v1/trials?agb=123").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("p", "rho"))
                .get("/v1/trials?agb=123")
                .then()
                .statusCode(403);
    }

    @Test
    void without_a_token_or_with_a_bad_one_the_answer_is_401() {
        refused401(given());
        refused401(given().auth().oauth2("nonsense"));
        refused401(given().auth().oauth2(Tokens.sign(Tokens.base(null, "some-client", "insurer"))));
        refused401(
                given().auth().oauth2(Tokens.sign(Tokens.person("p", "insurer").claim("azp", " "))));
        refused401(
                given().auth().oauth2(Tokens.sign(Tokens.person("p", "insurer").audience("another-api"))));
        refused401(
                given().auth().oauth2(Tokens.sign(Tokens.person("p", "insurer").expiresAt(1))));
    }

    private static void refused401(RequestSpecification asked) {
        asked.get("/v1/trials")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("API-Version", "1.0.0")
                .header("X-Content-Type-Options", "nosniff")
                .body("type", is("urn:mtvp:problem:unauthorized"))
                .body("title", is("Unauthorized"))
                .body("status", is(401))
                .body("detail", containsString("Authorization"))
                .body("instance", is("/v1/trials"));
    }

    @Test
    void a_wrong_role_and_an_undeclared_endpoint_are_403() {
        given().auth()
                .oauth2(Tokens.of("p", "rho"))
                .get("/v1/trials")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:forbidden"))
                .body("detail", containsString("roles"));
        asking("3332").get("/v1/undeclared").then().statusCode(403).contentType(PROBLEM);
        given().get("/v1/trials/open").then().statusCode(200);
    }

    @Test
    void a_system_is_no_person() {
        var system = Tokens.system("insurer-3332", Map.of("uzovi", List.of("3332")), "insurer");
        given().auth()
                .oauth2(system)
                .get("/v1/trials/person")
                .then()
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
        asking("3332").get("/v1/trials/person").then().statusCode(200).body("subject", is("buyer"));
    }

    @Test
    void another_insurers_row_is_not_found_and_not_listed() {
        String location = post("0101", body("0101", "01000002"), key())
                .statusCode(201)
                .extract()
                .header("Location");

        asking("3332").get(location).then().statusCode(404).contentType(PROBLEM);
        asking("0101").get("/v1/trials?limit=1000").then().body("uzovi", everyItem(is("0101")));
        asking("*").get(location).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.of("nobody", "insurer"))
                .get("/v1/trials")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void nobody_creates_for_another_insurer() {
        post("3332", body("0101", "01000003"), key()).statusCode(403).body("type", is("urn:mtvp:problem:not-yours"));
    }

    @Test
    void lists_page_by_cursor_without_losing_a_row() {
        for (int i = 0; i < 5; i++) {
            post("7777", body("7777", "0155550" + i), key()).statusCode(201);
        }
        var next = "/v1/trials?limit=2";
        int rows = 0;
        int pages = 0;
        while (next != null) {
            var answer = asking("7777").get(next).then().statusCode(200).extract();
            rows += answer.jsonPath().getList("").size();
            pages++;
            var link = answer.header("Link");
            next = link == null ? null : link.replaceAll(".*<(?:https?://[^/]*)?([^>]*)>.*", "$1");
        }
        assertEquals(5, rows);
        assertEquals(3, pages);
    }

    @Test
    void what_vertx_answers_itself_is_a_problem_too() {
        given().get("/v1/nothing-here")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .header("API-Version", notNullValue());
        given().get("/nothing-here").then().statusCode(404).contentType(PROBLEM).header("API-Version", notNullValue());
        asking("3332").get("/v1/trials/").then().statusCode(404).contentType(PROBLEM);
        asking("3332")
                .header(Idempotency.HEADER, key())
                .contentType(JSON)
                .body("x".repeat(1_048_577))
                .post("/v1/trials")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .header("API-Version", notNullValue());
        asking("3332")
                .delete("/v1/trials")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:method-not-allowed"));
        asking("3332")
                .header(Idempotency.HEADER, key())
                .contentType("text/plain")
                .body("x")
                .post("/v1/trials")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        asking("3332")
                .accept("image/png")
                .get("/v1/trials")
                .then()
                .statusCode(406)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:not-acceptable"));
    }

    @Test
    void a_body_that_does_not_tell_its_length_is_bounded_too() throws Exception {
        var body = "{\"uzovi\": \"" + "x".repeat(1_048_577);
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + io.restassured.RestAssured.port + "/v1/trials"))
                .header("Authorization", "Bearer " + Tokens.insurer("buyer", List.of("3332"), "insurer"))
                .header("Content-Type", "application/json")
                .header(Idempotency.HEADER, key())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertEquals(PROBLEM, answer.headers().firstValue("Content-Type").orElse("none"));
    }

    @Test
    void headers_and_addresses_that_are_too_long_are_refused_with_a_problem() {
        asking("3332")
                .header("X-Long", "x".repeat(20_000))
                .get("/v1/trials")
                .then()
                .statusCode(431)
                .contentType(PROBLEM)
                .header("API-Version", notNullValue());
        asking("3332")
                .get("/v1/trials?cursor=" + "x".repeat(5_000))
                .then()
                .statusCode(414)
                .contentType(PROBLEM);
    }

    @Test
    void the_description_is_for_everybody() {
        given().get("/v1/openapi.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("openapi", is("3.0.3"))
                .body("servers[0].url", is("/v1"))
                .body("paths.'/trials'.post.responses.'401'", notNullValue())
                .body("paths.'/trials'.get.responses.'400'.content.'application/problem+json'", notNullValue())
                .body(
                        "paths.'/trials'.get.responses.'200'.headers.'X-Request-Id'.'$ref'",
                        is("#/components/headers/X-Request-Id"))
                .body("components.headers.'X-Request-Id'.description", notNullValue())
                .body("paths.'/openapi.json'.get", notNullValue())
                .body("paths.'/trials'.get.parameters.find { it.name == 'limit' }.schema.default", is(50));
    }

    @Test
    void a_change_must_name_the_version_it_is_meant_for() {
        String location = post("3332", body("3332", "01000009"), key())
                .statusCode(201)
                .extract()
                .header("Location");
        asking("3332").put(location).then().statusCode(428).contentType(PROBLEM);
        asking("3332")
                .header("If-Match", "\"7\"")
                .put(location)
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
        asking("3332")
                .header("If-Match", "\"1\"")
                .put(location)
                .then()
                .statusCode(204)
                .header("API-Version", notNullValue());
        asking("3332").header("If-Match", "\"1\"").put(location).then().statusCode(412);
    }

    @Test
    void the_same_key_and_body_give_the_same_answer_without_a_second_effect() {
        var key = key();
        var body = body("3332", "01000011");
        var first = post("3332", body, key).statusCode(201).extract();
        int effects = TrialResource.EFFECTS.get();
        var again = post("3332", body, key).statusCode(201).extract();

        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(effects, TrialResource.EFFECTS.get());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        var key = key();
        post("3332", body("3332", "01000012"), key).statusCode(201);
        post("3332", body("3332", "01000013"), key)
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", is("urn:mtvp:problem:idempotency-key-reused"))
                .body("errors.location", contains("Idempotency-Key"));
    }

    @Test
    void a_refused_request_frees_its_key() {
        var key = key();
        post("3332", body("3332", "01000014"), key()).statusCode(201);
        post("3332", body("3332", "01000014"), key).statusCode(409).body("type", is("urn:mtvp:problem:pair-taken"));
        post("3332", body("3332", "01000015"), key).statusCode(201);
    }

    @Test
    void a_missing_key_is_named() {
        asking("3332")
                .contentType(JSON)
                .body(body("3332", "01000016"))
                .post("/v1/trials")
                .then()
                .statusCode(400)
                .body("errors[0].location", is("Idempotency-Key"))
                .body("errors[0].in", is("header"));
    }

    @Test
    void equal_requests_at_once_have_one_effect() throws Exception {
        var key = key();
        var body = body("3332", "01000017");
        var threads = Executors.newFixedThreadPool(8);
        Callable<String> request =
                () -> post("3332", body, key).statusCode(201).extract().path("id");
        try {
            var ids = new java.util.HashSet<String>();
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, request))) {
                ids.add(answer.get());
            }
            assertEquals(1, ids.size());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Object> body(String uzovi, String agb) {
        return new HashMap<>(Map.of("uzovi", uzovi, "agb", agb, "amount", "12124.80", "quarter", "2023-Q2"));
    }

    private static ValidatableResponse post(String asUzovi, Map<String, Object> body, String key) {
        return asking(asUzovi)
                .header(Idempotency.HEADER, key)
                .contentType(JSON)
                .body(body)
                .post("/v1/trials")
                .then();
    }

    private static RequestSpecification asking(String uzovi) {
        return given().auth().oauth2(Tokens.insurer("buyer", List.of(uzovi), "insurer"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
