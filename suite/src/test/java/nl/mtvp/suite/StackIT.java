package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.stack.Installation;
import nl.mtvp.suite.stack.Options;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.suite.stack.StartRequests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The packaged services, started as programs: they let in who they should, and go when they are told to. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {

    /** With a space in it, as in many a home. */
    private static final Path DATA = Path.of("target", "stack it");

    private static final Options OPTIONS = new Options(DATA, 28180, Instant.parse("2023-05-01T07:00:00Z"));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Stack stack;
    private static String subject;

    @BeforeAll
    static void start() {
        stack = Stack.start(Installation.found(), OPTIONS, sentence -> {});
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void a_service_reads_its_neighbours_feed() throws Exception {
        for (var service : Service.values()) {
            assertEquals(200, status(service, "/v1/events", "contract-service"), service.toString());
        }
    }

    @Test
    void somebody_of_each_role_reads_the_catalogue() throws Exception {
        var people = List.of(
                "buyer-3311",
                "approver-7095",
                "rho-unicum",
                "notary",
                "national-desk",
                "auditor-3332",
                "signatory-zeist");
        var systems = List.of("insurer-3332", "rho-voorbeeld-portal", "payment-service");
        for (var names : List.of(people, systems)) {
            for (var name : names) {
                assertEquals(200, status(Service.PLAN, "/v1/interventions", name), name);
            }
        }
    }

    @Test
    void a_person_of_another_role_may_not() throws Exception {
        for (var person :
                List.of("buyer-3311", "approver-7095", "rho-unicum", "notary", "auditor", "signatory-zeist")) {
            assertEquals(403, status(Service.CONTRACT, "/v1/events", person), person);
        }
    }

    @Test
    void a_system_of_another_role_may_not() throws Exception {
        for (var system : List.of("insurer-3332", "rho-voorbeeld-portal")) {
            assertEquals(403, status(Service.PAYMENT, "/v1/events", system), system);
        }
    }

    @Test
    void without_a_token_nothing_opens() throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(uri(Service.PLAN, "/v1/events")).build(), BodyHandlers.ofString());
        assertEquals(401, answer.statusCode());
        assertTrue(header(answer, "API-Version").matches("[0-9]+([.][0-9]+){2}"));
    }

    @Test
    void a_name_that_nobody_has_is_told_so() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> stack.tokens().of("nobody"));
        assertTrue(refusal.getMessage().contains("buyer-3311"), refusal.getMessage());
    }

    /** Whoever makes a client from a description asks for what it lists. */
    @Test
    void each_scope_that_a_description_lists_can_be_asked_for() throws Exception {
        var issuer = stack.record().directory().issuer();
        var known = new ObjectMapper()
                .readTree(text(URI.create(issuer + "/.well-known/openid-configuration")))
                .path("scopes_supported")
                .toString();
        for (var service : Service.values()) {
            var flows = new ObjectMapper()
                    .readTree(text(uri(service, "/v1/openapi.json")))
                    .at("/components/securitySchemes/oauth2/flows");
            for (var flow : flows) {
                flow.path("scopes")
                        .fieldNames()
                        .forEachRemaining(scope -> assertTrue(known.contains('"' + scope + '"'), scope));
            }
            assertEquals(2, flows.size());
        }
    }

    @Test
    void keys_and_passwords_are_for_their_owner_only() throws Exception {
        for (var file : List.of(
                "keys/insurer-3311.pem",
                "certificates/contract-service.key",
                "certificates/zorginkoopportaal.key",
                "portal.json",
                "stack.json",
                "keycloak/data/import/mtvp-realm.json")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(DATA.resolve(file))),
                    file);
        }
    }

    @Test
    void the_portal_goes_on_after_a_kill() throws Exception {
        stack.killPortal();
        stack.startPortalAgain();
        assertEquals(List.of(), stack.desk().offers());
    }

    @Test
    void its_clock_is_moved_on_by_a_command_and_the_services_believe_it() throws Exception {
        var before = stack.clock().now();
        var moved = Call.of(DATA, "clock", "+2h");
        assertEquals(0, moved.code(), moved::said);
        assertFalse(stack.clock().now().isBefore(before.plus(Duration.ofHours(2))));
        var tariff = Map.of(
                "uzovi", "7095", "validFrom", "2023-07-01", "euroPerIonPerQuarter", "2.88", "ground", "published");
        var proposedAt = stack.api()
                .as("buyer-7095")
                .make(Service.PAYMENT, "/tariffs", tariff)
                .text("proposedAt");
        assertFalse(Instant.parse(proposedAt).isBefore(before.plus(Duration.ofHours(2))), proposedAt);
    }

    @Test
    void its_pages_and_no_others_may_call_the_services_from_a_browser() throws Exception {
        var pages = stack.record().pages();
        for (var service : Service.values()) {
            var path = service == Service.PAYMENT ? "/v1/tariffs" : "/v1/events";
            var before = browser(service, path, pages, "OPTIONS", "Access-Control-Request-Method", "POST");
            assertEquals(pages.toString(), header(before, "Access-Control-Allow-Origin"), service.toString());
            assertTrue(header(before, "Access-Control-Allow-Methods").contains("POST"));
            for (var sent : List.of("authorization", "content-type", "idempotency-key", "if-match")) {
                assertTrue(header(before, "Access-Control-Allow-Headers").contains(sent), sent);
            }
            var answer = browser(service, path, pages, "GET");
            assertEquals(pages.toString(), header(answer, "Access-Control-Allow-Origin"), service.toString());
            for (var read : List.of("location", "etag", "link", "retry-after", "api-version")) {
                assertTrue(header(answer, "Access-Control-Expose-Headers").contains(read), read);
            }
            for (var method : List.of("OPTIONS", "GET")) {
                var other = browser(service, path, URI.create("http://pages.example"), method);
                assertEquals("none", header(other, "Access-Control-Allow-Origin"), method);
            }
        }
    }

    @Test
    void its_page_shows_what_the_services_describe_and_its_people_log_in_from_there() throws Exception {
        var pages = stack.record().pages();
        assertTrue(text(pages.resolve("/")).contains("swagger-ui-bundle.js"));
        for (var service : Service.values()) {
            var document = new ObjectMapper().readTree(text(pages.resolve("/" + service.module() + ".json")));
            assertEquals(
                    new ObjectMapper()
                            .readTree(text(uri(service, "/v1/openapi.json")))
                            .path("paths"),
                    document.path("paths"));
            assertEquals(
                    stack.address(service) + "/v1",
                    document.at("/servers/0/url").asText());
            for (var scheme : document.at("/components/securitySchemes")) {
                var login = URI.create(scheme.at("/flows/authorizationCode/authorizationUrl")
                                .asText()
                        + "?client_id=mtvp-portal&response_type=code&scope=openid&code_challenge_method=S256"
                        + "&code_challenge=" + "a".repeat(43) + "&redirect_uri=" + pages + "/oauth2-redirect.html");
                assertTrue(text(login).contains("kc-form-login"), "a login form");
            }
        }
    }

    private static HttpResponse<String> browser(Service service, String path, URI origin, String method, String... more)
            throws Exception {
        var request = HttpRequest.newBuilder(uri(service, path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin.toString());
        if (more.length > 0) {
            request.headers(more);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static String text(URI uri) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), uri.toString());
        return answer.body();
    }

    @Test
    void a_second_stack_in_the_same_folder_is_refused() {
        assertThrows(StackFailure.class, () -> Stack.start(Installation.found(), OPTIONS, sentence -> {}));
    }

    @Test
    void a_killed_service_starts_again() throws Exception {
        stack.kill(Service.CONTRACT);
        stack.startAgain(Service.CONTRACT);
        assertEquals(200, status(Service.CONTRACT, "/v1/events", "payment-service"));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void closing_leaves_nothing_running() throws Exception {
        assertEquals(201, registers("rho-unicum"));
        subject = subject("rho-unicum");
        var pids = Files.readAllLines(DATA.resolve("processes")).stream()
                .map(line -> Long.parseLong(line.split(" ")[0]))
                .toList();
        assertTrue(pids.size() >= 6, pids.toString());

        stack.close();

        var running = pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.isAlive() ? process.info().commandLine().stream() : Stream.empty())
                .toList();
        assertEquals(List.of(), running);
        assertFalse(Files.exists(DATA.resolve("stack.json")));
        assertTrue(Call.of(DATA, "clock", "+1d").said().startsWith("mtvp: no stack runs in"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_stack_that_keeps_its_data_goes_on_where_it_was_and_tells_when_its_database_ends() throws Exception {
        var before = stack.clock().now();
        stack = Stack.start(Installation.found(), new Options(DATA, 28180, null, true, null, null), sentence -> {});
        assertTrue(stack.clock().now().isAfter(before), "the story's time is kept");
        assertEquals(subject, subject("rho-unicum"), "the same people");
        assertEquals(409, registers("rho-unicum"), "what they registered is there");

        var postgres = Files.readAllLines(DATA.resolve("processes")).stream()
                .filter(line -> line.endsWith(" PostgreSQL"))
                .map(line -> Long.parseLong(line.split(" ")[0]))
                .findFirst()
                .flatMap(ProcessHandle::of)
                .orElseThrow();
        assertTrue(stack.othersRun());
        postgres.destroyForcibly();
        var death = stack.death(Duration.ofSeconds(30));
        assertTrue(death.getMessage().startsWith("PostgreSQL ended by itself"), death.getMessage());
        assertFalse(stack.othersRun());
    }

    private static int registers(String rho) throws Exception {
        var body = "{\"code\":\"UNICUM\",\"name\":\"Unicum\",\"kvk\":\"12345678\"}";
        var request = HttpRequest.newBuilder(uri(Service.PLAN, "/v1/rhos"))
                .header("Authorization", "Bearer " + stack.tokens().of(rho))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String subject(String who) throws Exception {
        var claims = Base64.getUrlDecoder().decode(stack.tokens().of(who).split("\\.")[1]);
        return new ObjectMapper().readTree(claims).path("sub").asText();
    }

    private static int status(Service service, String path, String who) throws Exception {
        var request = HttpRequest.newBuilder(uri(service, path))
                .header("Authorization", "Bearer " + stack.tokens().of(who))
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static URI uri(Service service, String path) {
        return stack.address(service).resolve(path);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void a_service_that_ends_by_itself_is_told_with_its_log_and_started_again_on_request() throws Exception {
        assertNull(stack.death(Duration.ZERO), "nothing ended so far that nobody wanted");
        stack.process(Service.PLAN).destroyForcibly();
        var death = stack.death(Duration.ofSeconds(10));
        assertTrue(
                death.getMessage().startsWith("plan-service ended by itself with exit code 137"), death.getMessage());
        assertTrue(death.getMessage().contains("plan-service.log, ends with:"), death.getMessage());

        var launcher = new Thread(() -> {
            while (!stack.runs(Service.PLAN)) {
                StartRequests.answer(stack);
            }
        });
        launcher.start();
        StartRequests.ask(DATA, Service.PLAN);
        launcher.join();
        assertEquals(200, status(Service.PLAN, "/v1/interventions", "buyer-3311"));
        assertNull(stack.death(Duration.ZERO));
    }
}
