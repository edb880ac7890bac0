package nl.mtvp.kernel.rest.edge;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static nl.mtvp.kernel.rest.Trials.PROBLEM;
import static nl.mtvp.kernel.rest.Trials.asking;
import static nl.mtvp.kernel.rest.Trials.body;
import static nl.mtvp.kernel.rest.Trials.key;
import static nl.mtvp.kernel.rest.Trials.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.testing.Heard;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What every endpoint keeps: forms, access, rows of others, pages, limits, versions. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class EdgeTest {

    @Test
    void a_violated_constraint_that_no_repository_knows_is_a_failure_with_its_name_in_the_log() {
        try (var log = new Heard()) {
            asking("3332")
                    .post("/v1/trials/violations?constraint=nobody_knows_it")
                    .then()
                    .statusCode(500)
                    .body("detail", not(containsString("nobody_knows_it")));
            assertTrue(log.lines().stream().anyMatch(line -> line.contains("nobody_knows_it")), log.lines()::toString);
        }
        asking("3332")
                .post("/v1/trials/violations?constraint=one_trial_per_pair")
                .then()
                .statusCode(409);
    }

    @Test
    void a_created_thing_reads_back_with_exact_values_and_the_version_header() {
        String location = post("3332", body("3332", "01000001"), key())
                .statusCode(201)
                .header("API-Version", matchesPattern("[0-9]+([.][0-9]+){2}"))
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
                .header("API-Version", matchesPattern("[0-9]+([.][0-9]+){2}"))
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
                .header("API-Version", matchesPattern("[0-9]+([.][0-9]+){2}"))
                .header("X-Content-Type-Options", "nosniff")
                .body("type", is("urn:mtvp:problem:unauthorized"))
                .body("title", is("unauthorized"))
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
    void who_has_a_role_and_nobody_to_act_for_commands_nothing_and_finds_nothing() {
        for (var token : List.of(
                Tokens.of("p", "insurer"),
                Tokens.of("p", "insurer", "insurer-approver", "practice", "rho"),
                Tokens.insurer("p", List.of(), "insurer"),
                Tokens.insurer("p", List.of("33", "*", " "), "insurer"))) {
            given().auth()
                    .oauth2(token)
                    .get("/v1/trials")
                    .then()
                    .statusCode(200)
                    .body("", hasSize(0));
            given().auth()
                    .oauth2(token)
                    .header(Idempotency.HEADER, key())
                    .contentType(JSON)
                    .body(body("3332", "01339901"))
                    .post("/v1/trials")
                    .then()
                    .statusCode(403)
                    .body("type", is("urn:mtvp:problem:not-yours"))
                    .body("detail", containsString("uzovi"));
        }
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
                .body("paths.'/trials'.get.parameters.find { it.name == 'limit' }.schema.default", is(50))
                .body("paths.'/trials'.get.responses.'200'.description", startsWith("Up to `limit` of them"))
                .body("paths.'/trials'.post.responses.keySet()", not(hasItem("200")))
                .body("paths.'/trials/parts'.post.responses.'201'.description", is("It is done; as it is now"))
                .body("paths.'/trials'.post.responses.'201'.content.'application/json'", notNullValue())
                .body("paths.'/trials'.post.responses", not(hasKey("404")))
                .body(
                        "paths.'/trials/{id}'.get.responses.'404'.description",
                        startsWith("There is nothing by that name"));
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
    void a_refusal_tells_which_roles_would_do_which_methods_and_where_to_look() {
        given().auth()
                .oauth2(Tokens.of("somebody", "auditor"))
                .get("/v1/trials")
                .then()
                .statusCode(403)
                .body("detail", is("none of your token's roles may do this; these may: insurer"));
        asking("3332")
                .delete("/v1/trials")
                .then()
                .statusCode(405)
                .header("Allow", is("GET, HEAD, OPTIONS, POST"))
                .body("detail", is("what this address takes is GET, HEAD, OPTIONS, POST"));
        asking("3332")
                .get("/v1/trials/no/such/thing")
                .then()
                .statusCode(404)
                .body("detail", is("there is nothing here; see /v1/openapi.json for what is"));
    }

    @Test
    void headers_that_say_nothing_are_passed_over_and_those_that_cannot_be_read_are_refused() throws IOException {
        asking("3332").header("Accept", "").get("/v1/trials").then().statusCode(200);
        for (var nothing : List.of("application/json;q=0", "*/*;q=0.0", "application/json; q=0, */*")) {
            asking("3332")
                    .header("Accept", nothing)
                    .get("/v1/trials")
                    .then()
                    .statusCode(406)
                    .contentType(PROBLEM)
                    .body("detail", containsString("application/json"));
        }
        asking("3332")
                .header("Accept", "text/csv;q=0, application/*;q=0.5, */*;q=0")
                .get("/v1/trials")
                .then()
                .statusCode(200);
        asking("3332")
                .header("Accept", ", application/json,, text/csv ,")
                .get("/v1/trials")
                .then()
                .statusCode(200);
        asking("3332")
                .header("Accept", "nonsense")
                .get("/v1/trials")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        for (var type : List.of(
                "*/*",
                "a/b;" + " ".repeat(15_000) + "x",
                "application/json; a=\"" + "a".repeat(4_000) + "\"",
                "application/json" + ";a=b".repeat(3_500))) {
            var answer = raw("POST /v1/trials", "Content-Type: " + type + "\r\nContent-Length: 2\r\n", "{}");
            assertTrue(answer.startsWith("HTTP/1.1 415") && answer.contains(PROBLEM), answer);
        }
        asking("3332")
                .header("Idempotency-Key", "one", "two")
                .contentType(JSON)
                .body(body("3332", "01000009"))
                .post("/v1/trials")
                .then()
                .statusCode(400)
                .body("type", is("urn:mtvp:problem:header-twice"));
    }

    @Test
    void a_body_is_read_as_json_by_whatever_name_it_comes() throws IOException {
        for (var type :
                List.of("application/x-ndjson", "application/problem+json", "application/json; charset=utf-8")) {
            var body = "{\"agb\":{\"a\":1}}";
            var answer = raw(
                    "POST /v1/trials", "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n", body);
            assertTrue(answer.startsWith("HTTP/1.1 4") && answer.contains(PROBLEM), answer);
        }
    }

    @Test
    void the_description_tells_what_its_address_takes() {
        given().options("/v1/openapi.json").then().statusCode(200).header("Allow", is("GET, HEAD, OPTIONS"));
    }

    @Test
    void every_address_tells_what_it_takes_to_whoever_asks_otherwise() throws IOException {
        asking("3332")
                .delete("/v1/trials/" + UUID.randomUUID())
                .then()
                .statusCode(405)
                .header("Allow", is("GET, HEAD, OPTIONS, PUT"));
        asking("3332").post("/v1/trials/person").then().statusCode(405).contentType(PROBLEM);
        for (var method : List.of("DELETE", "POST", "PUT", "PATCH")) {
            given().request(method, "/v1/openapi.json")
                    .then()
                    .statusCode(405)
                    .contentType(PROBLEM)
                    .header("Allow", is("GET, HEAD, OPTIONS"));
        }
        given().options("/v1/trials/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .header("Allow", is("GET, HEAD, OPTIONS, PUT"));
        var everything = raw("OPTIONS *", "", "");
        assertTrue(everything.startsWith("HTTP/1.1 404") && everything.contains(PROBLEM), everything);
    }

    @Test
    void a_method_that_somebody_made_up_is_refused_and_makes_no_name_in_the_metrics() throws IOException {
        for (int method = 0; method < 20; method++) {
            var answer = raw("MADEUP" + method + " /v1/trials", "", "");
            assertTrue(answer.startsWith("HTTP/1.1 405") && answer.contains(PROBLEM), answer);
        }
        var metrics =
                given().get(nl.mtvp.kernel.testing.Management.uri("/q/metrics")).asString();
        assertTrue(!metrics.contains("MADEUP") && metrics.contains("method=\"OTHER\""), metrics);
    }

    @Test
    void a_condition_is_heeded_or_refused() {
        var trial = post("3332", body("3332", "01000031"), key())
                .statusCode(201)
                .extract()
                .header("Location");
        asking("3332").header("If-Match", "\"1\"").get(trial).then().statusCode(200);
        asking("3332").header("If-Match", " ").get(trial).then().statusCode(200);
        asking("3332")
                .header("If-None-Match", "*")
                .header("If-Match", "\"1\"")
                .put(trial)
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void a_condition_lists_ETags_as_they_were_given() {
        for (var header : List.of("If-Match", "If-None-Match")) {
            for (var tags : List.of("1", "\"1\", 2", "W/1", "\"1")) {
                asking("3332")
                        .header(header, tags)
                        .get("/v1/trials/" + UUID.randomUUID())
                        .then()
                        .statusCode(400)
                        .body("type", is("urn:mtvp:problem:malformed-header"));
            }
        }
    }

    @Test
    void what_is_liked_has_a_weight_between_0_and_1() {
        for (var weight : List.of("2", "-1", "x", "0.1234", "1.5", "")) {
            asking("3332")
                    .accept("application/json;q=" + weight + ", text/csv")
                    .get("/v1/trials")
                    .then()
                    .statusCode(400)
                    .body("type", is("urn:mtvp:problem:malformed-header"));
        }
        for (var weight : List.of("1", "1.000", "0.5", "0.001")) {
            asking("3332")
                    .accept("application/json; Q=" + weight + ", text/csv")
                    .get("/v1/trials")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_body_is_sent_unpacked_and_in_utf_8() throws IOException {
        for (var header : List.of("Content-Type: application/json; charset=utf-16", "Content-Encoding: gzip")) {
            var answer = raw("POST /v1/trials", header + "\r\nContent-Length: 2\r\n", "{}");
            assertTrue(answer.startsWith("HTTP/1.1 415") && answer.contains(PROBLEM), answer);
        }
        var packed = raw(
                "POST /v1/trials",
                "Content-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n",
                "2\r\n{}\r\n0\r\n\r\n");
        assertTrue(packed.startsWith("HTTP/1.1 501") && packed.contains(PROBLEM), packed);
    }

    @Test
    void a_host_is_named_once_and_what_is_not_there_takes_nothing() {
        // Behind a proxy, as here, the framework makes one of them before anybody looks.
        var hosts =
                MultiMap.caseInsensitiveMultiMap().add("Host", "one.example").add("host", "two.example");
        assertEquals(
                "header-twice", HeaderForms.fault(hosts, true).orElseThrow().code());
        given().options("/v1/nothing").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void a_media_type_that_an_operation_has_not_is_refused_with_those_that_it_has() {
        asking("3332")
                .accept("image/png")
                .get("/v1/trials")
                .then()
                .statusCode(406)
                .body("detail", containsString("application/json"));
        for (var type : List.of("text/plain; charset=utf-8", "application/trial+json", "application/x-ndjson")) {
            asking("3332")
                    .header(Idempotency.HEADER, key())
                    .config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT)))
                    .contentType(type)
                    .body("{\"agb\": \"01000001\"}")
                    .post("/v1/trials")
                    .then()
                    .statusCode(415)
                    .body("detail", containsString("application/json"));
        }
    }

    @Test
    void a_text_that_must_hold_something_holds_something_that_is_seen() {
        for (var name : List.of("\u200b\u200b\u200b", "\u3000\u3000\u3000")) {
            asking("3332")
                    .queryParam("name", name)
                    .get("/v1/trials")
                    .then()
                    .statusCode(400)
                    .body("errors.code", contains("size"));
        }
        asking("3332").queryParam("name", "abc").get("/v1/trials").then().statusCode(200);
    }

    @Test
    void an_operation_without_a_body_refuses_one() {
        asking("3332")
                .contentType(JSON)
                .body("{\"a\": 1}")
                .post("/v1/trials/violations?constraint=one_trial_per_pair")
                .then()
                .statusCode(400)
                .body("errors.code", contains("no-body"));
        asking("3332")
                .contentType(JSON)
                .body("{}")
                .post("/v1/trials/violations?constraint=one_trial_per_pair")
                .then()
                .statusCode(409);
        asking("3332")
                .post("/v1/trials/violations?constraint=one_trial_per_pair")
                .then()
                .statusCode(409);
    }

    @Test
    void what_may_be_a_bsn_is_in_no_address_that_is_told_back_and_in_no_key() {
        asking("3332").get("/v1/trials/111222333").then().statusCode(400).body("instance", is("/v1/trials/*********"));
        asking("3332")
                .get("/v1/nothing/111222333")
                .then()
                .statusCode(404)
                .body("instance", is("/v1/nothing/*********"));
        asking("3332")
                .get("/v1/trials?name=111222333")
                .then()
                .statusCode(400)
                .body("errors.detail", contains(containsString("BSN")));
        post("3332", body("3332", "01000041"), "key-111222333")
                .statusCode(400)
                .body("errors.code", contains("possible-bsn"));
    }

    @Test
    void the_port_of_health_and_metrics_has_the_same_rules_of_paths_and_methods() throws IOException {
        int port = nl.mtvp.kernel.testing.Management.uri("/").getPort();
        for (var path : List.of("/q//health", "/q/./health", "/q/%68ealth", "/q/health/.", "/q/health;x")) {
            var answer = raw(port, "GET " + path, "", "");
            assertTrue(answer.startsWith("HTTP/1.1 404") && answer.contains(PROBLEM), path + ": " + answer);
        }
        for (var method : List.of("DELETE", "TRACE", "POST", "OPTIONS", "FROB")) {
            given().request(method, nl.mtvp.kernel.testing.Management.uri("/q/metrics"))
                    .then()
                    .statusCode(405)
                    .header("Allow", is("GET, HEAD"))
                    .contentType(PROBLEM);
        }
        given().get(nl.mtvp.kernel.testing.Management.uri("/q/health/live"))
                .then()
                .statusCode(200);
    }

    @Test
    void the_name_of_a_request_is_never_a_bsn() {
        asking("3332")
                .header("X-Request-Id", "client-123456782")
                .get("/v1/trials")
                .then()
                .header("X-Request-Id", not(containsString("123456782")));
        asking("3332")
                .header("X-Request-Id", "client-1")
                .get("/v1/trials")
                .then()
                .header("X-Request-Id", is("client-1"));
    }

    @Test
    void an_address_that_is_none_is_refused_with_a_problem() throws IOException {
        var refusals = Map.of(
                "/v1/trials/%zz",
                "404", "/v1/trials\\x", "404", "/v1/trials?name=%zz", "400", "/v1/trials?name=a|b", "400");
        for (var refusal : refusals.entrySet()) {
            var answer = raw("GET " + refusal.getKey(), "", "");
            assertTrue(answer.startsWith("HTTP/1.1 " + refusal.getValue()), answer);
            assertTrue(answer.contains(PROBLEM) && answer.contains("urn:mtvp:problem:"), answer);
            assertTrue(answer.contains("API-Version: 1."), answer);
        }
    }

    /** It would carry many requests over a connection, past what is counted by connections. */
    @Test
    void there_is_no_http_2() throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var upgrading = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/trials/open"))
                .build();
        assertEquals(
                HttpClient.Version.HTTP_1_1,
                http.send(upgrading, HttpResponse.BodyHandlers.discarding()).version());

        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/") || answer.isEmpty(), "frames: " + answer);
        }
    }

    private static String raw(String line, String headers, String body) throws IOException {
        return raw(RestAssured.port, line, headers, body);
    }

    private static String raw(int port, String line, String headers, String body) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                    + Tokens.insurer("buyer", List.of("3332"), "insurer") + "\r\n" + headers + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void paths_that_nobody_has_make_no_names_in_the_metrics() throws IOException {
        for (int path = 0; path < 120; path++) {
            given().get("/v1/made-up-" + path).then().statusCode(404);
            given().header("Authorization", "Bearer ..")
                    .get("/v1/trials/made-up-" + path)
                    .then()
                    .statusCode(401);
        }
        for (int path = 0; path < 20; path++) {
            raw("GET /v1/made-up-malformed-" + path, "X: \0\r\n", "");
            try (var socket = new Socket("localhost", RestAssured.port)) {
                var head = "POST /v1/made-up-broken-" + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            }
        }
        asking("3332").get("/v1/trials").then().statusCode(200);
        given().get("/v1/openapi.json").then().statusCode(200);
        // A request is counted after its answer.
        await().untilAsserted(() -> {
            var metrics = given().get(nl.mtvp.kernel.testing.Management.uri("/q/metrics"))
                    .asString();
            assertTrue(metrics.contains("RESET"), "what broke off is counted");
            assertTrue(metrics.contains("uri=\"/refused\""), "refused requests are counted under one name");
            assertTrue(metrics.contains("uri=\"/openapi.json\""), "the description is none of them");
            assertTrue(metrics.contains("uri=\"/trials\""), "the others under their templates");
        });
        var metrics =
                given().get(nl.mtvp.kernel.testing.Management.uri("/q/metrics")).asString();
        assertTrue(!metrics.contains("made-up"), "a path is a name in the metrics");
    }
}
