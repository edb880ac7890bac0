package nl.mtvp.suite.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.Service;

/**
 * Swagger UI over the three services of a local stack, on a port of its own of this machine: their documents, and a login
 * by which every operation can be tried. The services serve no page, here or anywhere.
 */
public final class ApiPages implements AutoCloseable {

    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int THREADS = 4;

    /** Pages of our own, by their path. */
    private static final Map<String, String> OWN = Map.of("/", "/pages/index.html", "/init.js", "/pages/init.js");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json");

    private final Function<Service, URI> services;
    private final URI issuer;
    private final String version = version();
    private final HttpClient http = Io.http();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;
    private final String origin;

    /** @param issuer where people log in */
    public ApiPages(int port, Function<Service, URI> services, URI issuer) {
        this.services = services;
        this.issuer = issuer;
        this.server = Io.get(
                "the pages about the APIs have no port",
                () -> HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        this.origin = origin(server.getAddress().getPort());
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What a browser calls the pages of this port. */
    public static String origin(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static String version() {
        return Io.get("Swagger UI is not there", () -> {
            try (var file =
                    ApiPages.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
                var properties = new Properties();
                properties.load(file);
                return properties.getProperty("version");
            }
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (!origin.equals("http://" + exchange.getRequestHeaders().getFirst("Host"))) {
                // Under another name of this machine the services and Keycloak would not know the page.
                exchange.getResponseHeaders().set("Location", origin + "/");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            Optional<byte[]> content;
            try {
                content = content(path);
            } catch (IOException away) {
                var told = ("no description: " + away.getMessage()).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
                exchange.sendResponseHeaders(502, told.length);
                exchange.getResponseBody().write(told);
                return;
            }
            if (content.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var type = path.equals("/") ? "html" : path.substring(path.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(type, "application/octet-stream"));
            exchange.sendResponseHeaders(200, content.get().length);
            exchange.getResponseBody().write(content.get());
        }
    }

    private Optional<byte[]> content(String path) throws IOException {
        var described = Arrays.stream(Service.values())
                .filter(service -> path.equals("/" + service.module() + ".json"))
                .findFirst();
        if (described.isPresent()) {
            return Optional.of(Json.bytes(document(described.get())));
        }
        if (path.contains("..") || path.indexOf('/', 1) >= 0) {
            return Optional.empty();
        }
        var file = OWN.getOrDefault(path, WEBJAR + version + path);
        try (InputStream found = ApiPages.class.getResourceAsStream(file)) {
            return found == null ? Optional.empty() : Optional.of(found.readAllBytes());
        }
    }

    /** The service's own document, with the addresses of this stack in it. */
    private ObjectNode document(Service service) throws IOException {
        var address = services.apply(service);
        var request = HttpRequest.newBuilder(address.resolve("/v1/openapi.json"))
                .timeout(TIMEOUT)
                .build();
        var answer = Io.answer(http, request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException(service.module() + " answers " + answer.statusCode());
        }
        var document = (ObjectNode) Json.read(answer.body());
        document.putArray("servers").addObject().put("url", address + "/v1");
        var schemes = document.withObject("/components/securitySchemes");
        schemes.fieldNames().forEachRemaining(name -> schemes.set(name, login()));
        return document;
    }

    private ObjectNode login() {
        var login = Json.MAPPER.createObjectNode().put("type", "oauth2");
        login.withObject("/flows/authorizationCode")
                .put("authorizationUrl", issuer + "/protocol/openid-connect/auth")
                .put("tokenUrl", issuer + "/protocol/openid-connect/token")
                .withObject("/scopes")
                .put("openid", "who logs in, with all of their roles");
        return login;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
