package nl.mtvp.suite.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.mtvp.suite.certificate.Authority;
import nl.mtvp.suite.certificate.Identity;
import nl.mtvp.suite.certificate.Subject;
import nl.mtvp.suite.certificate.Tls;
import nl.mtvp.suite.certificate.Validity;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.identity.ClientKey;

/** All that a portal simulator talks to, for its tests: an issuer, a listener that keeps what it gets, a customer. */
final class Surroundings implements AutoCloseable {

    static final Subject CUSTOMER = new Subject("contract-service", "Verzekeraars", "00000001000000000002");
    static final String PASSWORD = "the password of the desk";
    private static final Subject PORTAL = new Subject("portal", "Portaal", "00000001000000000001");

    final Authority authority = Authority.named("test", Validity.ofDays(1));
    final Identity customer = authority.issue(CUSTOMER, Validity.ofDays(1));
    final List<JsonNode> received = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    /** The listener answers 503 so many times before it takes anything. */
    final AtomicInteger outages = new AtomicInteger();
    /** What it answers after that. */
    final AtomicInteger status = new AtomicInteger(200);

    private final Path folder;
    private final HttpsServer listener;
    private final HttpServer issuer;
    private Settings settings;

    Surroundings(Path folder) throws IOException {
        this.folder = folder;
        listener = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var context = Tls.context(Optional.of(customer), authority.certificate());
        listener.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        listener.createContext("/portal/v1/messages", exchange -> {
            try (exchange) {
                var body = Json.MAPPER.readTree(exchange.getRequestBody());
                int answer = outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : status.get();
                tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                received.add(body);
                exchange.sendResponseHeaders(answer, -1);
            }
        });
        listener.start();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            try (exchange) {
                var token = "{\"access_token\": \"a-token\", \"expires_in\": 600}".getBytes();
                exchange.sendResponseHeaders(200, token.length);
                exchange.getResponseBody().write(token);
            }
        });
        issuer.start();
    }

    /** A portal that believes that it is this moment. */
    PortalSimulator portal(Instant now) throws IOException {
        var identity = authority.issue(PORTAL, Validity.ofDays(1));
        for (var file : List.of("portal.key", "portal.pem")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        identity.writeKey(folder.resolve("portal.key"));
        identity.writeCertificate(folder.resolve("portal.pem"));
        authority.writeCertificate(folder.resolve("authority.pem"));
        var client = Files.writeString(
                folder.resolve("client.pem"), ClientKey.generate("portal").pem());
        var offset = Duration.between(Instant.now(), now);
        settings = new Settings(
                freePort(),
                freePort(),
                PASSWORD,
                CUSTOMER.oin(),
                folder.resolve("portal.pem"),
                folder.resolve("portal.key"),
                folder.resolve("authority.pem"),
                URI.create("https://127.0.0.1:" + listener.getAddress().getPort() + "/portal/v1/messages"),
                URI.create("http://127.0.0.1:" + issuer.getAddress().getPort()),
                "portal",
                client,
                Files.writeString(folder.resolve("clock-offset"), offset.toString()),
                folder.resolve("journal"));
        return new PortalSimulator(settings);
    }

    PortalDesk desk(String password) {
        return new PortalDesk(deskAddress(), password);
    }

    URI deskAddress() {
        return URI.create("http://127.0.0.1:" + settings.adminPort());
    }

    HttpResponse<String> send(Identity as, JsonNode message) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder()
                .sslContext(Tls.context(Optional.of(as), authority.certificate()))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var uri = URI.create("https://127.0.0.1:" + settings.port() + "/zorginkoop/v1/messages");
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(message)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        listener.stop(0);
        issuer.stop(0);
    }
}
