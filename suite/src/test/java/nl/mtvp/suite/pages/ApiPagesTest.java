package nl.mtvp.suite.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Swagger UI as a browser gets it, over a service of which there is a document only. */
class ApiPagesTest {

    private static final URI ISSUER = URI.create("http://127.0.0.1:1/realms/mtvp");
    private static final String DOCUMENT =
            """
            {"openapi": "3.0.3", "servers": [{"url": "/v1"}], "paths": {"/interventions": {}},
             "components": {"securitySchemes": {"oauth2": {"type": "http", "scheme": "bearer"}}}}
            """;

    private HttpServer service;
    private ApiPages pages;
    private int port;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/v1/openapi.json", exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(DOCUMENT.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        service.start();
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        pages = new ApiPages(port, any -> address(), ISSUER);
    }

    @AfterEach
    void end() {
        pages.close();
        service.stop(0);
    }

    @Test
    void the_page_has_all_that_it_names() throws Exception {
        var page = get("/");
        assertEquals(
                "text/html; charset=utf-8",
                page.headers().firstValue("Content-Type").orElseThrow());
        var named = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(
                List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "init.js"), named);
        for (var name : named) {
            var file = get("/" + name);
            assertEquals(200, file.statusCode(), name);
            var type = file.headers().firstValue("Content-Type").orElseThrow();
            assertTrue(type.startsWith(name.endsWith(".css") ? "text/css" : "text/javascript"), name + ": " + type);
        }
        assertTrue(get("/oauth2-redirect.html").body().contains("oauth2"));
    }

    @Test
    void it_shows_the_documents_of_all_services_and_logs_people_in_with_a_proof_key() throws Exception {
        var init = get("/init.js").body();
        for (var each : Service.values()) {
            assertTrue(init.contains("{ name: \"" + each.module() + "\", url: \"" + each.module() + ".json\" }"), init);
        }
        assertTrue(init.contains("clientId: \"mtvp-portal\""), init);
        assertTrue(init.contains("usePkceWithAuthorizationCodeGrant: true"), init);
        assertTrue(init.contains("validatorUrl: null"), "nothing is told to anybody outside of this machine");
    }

    @Test
    void a_document_is_the_services_own_with_this_stacks_addresses() throws Exception {
        var document = Json.read(get("/plan-service.json").body());
        assertTrue(document.path("paths").has("/interventions"), document.toString());
        assertEquals(address() + "/v1", document.at("/servers/0/url").asText());
        var login = document.at("/components/securitySchemes/oauth2/flows/authorizationCode");
        assertEquals(
                ISSUER + "/protocol/openid-connect/auth",
                login.path("authorizationUrl").asText());
        assertEquals(
                ISSUER + "/protocol/openid-connect/token",
                login.path("tokenUrl").asText());
    }

    @Test
    void a_service_that_has_none_to_give_is_named() throws Exception {
        status = 503;
        var refused = get("/plan-service.json");
        assertEquals(502, refused.statusCode());
        assertEquals("no description: plan-service answers 503", refused.body());
        service.stop(0);
        assertEquals(502, get("/plan-service.json").statusCode());
    }

    @Test
    void there_is_nothing_else() throws Exception {
        for (var path : List.of("/nothing", "/../pom.properties", "/webjars/x.js", "/openapi.json")) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    @Test
    void under_another_name_of_this_machine_it_leads_to_the_one_that_everybody_knows() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/init.js"))
                                .build(),
                        BodyHandlers.discarding());
        assertEquals(302, answer.statusCode());
        assertEquals(
                ApiPages.origin(port) + "/",
                answer.headers().firstValue("Location").orElseThrow());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ApiPages.origin(port) + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}
