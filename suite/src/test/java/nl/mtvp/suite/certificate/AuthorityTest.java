package nl.mtvp.suite.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack's certificates, in real connections. */
class AuthorityTest {

    private static final Subject PORTAL = new Subject("portal", "Portaal", "00000001000000000001");
    private static final Subject SERVICE = new Subject("service", "Verzekeraars", "00000001000000000002");

    private final Authority authority = Authority.named("stack", Validity.ofDays(1));
    private HttpsServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        var context = Tls.context(Optional.of(authority.issue(PORTAL, Validity.ofDays(1))), authority.certificate());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void both_ends_believe_each_other() throws Exception {
        assertEquals(204, statusFor(Optional.of(authority.issue(SERVICE, Validity.ofDays(1))), authority));
    }

    @Test
    void a_client_without_a_certificate_an_expired_one_or_one_of_another_authority_is_refused() {
        var stranger = Authority.named("stranger", Validity.ofDays(1));
        assertThrows(IOException.class, () -> statusFor(Optional.empty(), authority));
        assertThrows(
                IOException.class, () -> statusFor(Optional.of(authority.issue(SERVICE, Validity.past())), authority));
        assertThrows(
                IOException.class,
                () -> statusFor(Optional.of(stranger.issue(SERVICE, Validity.ofDays(1))), authority));
    }

    @Test
    void a_server_of_another_authority_is_refused() {
        var stranger = Authority.named("stranger", Validity.ofDays(1));
        assertThrows(
                IOException.class,
                () -> statusFor(Optional.of(authority.issue(SERVICE, Validity.ofDays(1))), stranger));
    }

    @Test
    void the_subject_carries_the_organisations_number_and_the_time_is_short() {
        var certificate = authority.issue(SERVICE, Validity.ofDays(7)).certificate();
        assertEquals(Optional.of(SERVICE.oin()), Subject.oinOf(certificate));
        assertTrue(certificate.getNotAfter().toInstant().isBefore(Instant.now().plus(Duration.ofDays(8))));
        assertThrows(IllegalArgumentException.class, () -> new Subject("service", "Verzekeraars", "123"));
    }

    @Test
    void a_key_is_for_its_owner_only_and_is_read_back_as_it_was_written() throws Exception {
        var identity = authority.issue(SERVICE, Validity.ofDays(1));
        identity.writeKey(folder.resolve("service.key"));
        identity.writeCertificate(folder.resolve("service.pem"));

        var permissions = Files.getPosixFilePermissions(folder.resolve("service.key"));
        assertEquals(PosixFilePermissions.fromString("rw-------"), permissions);
        assertEquals(identity, Tls.identity(folder.resolve("service.pem"), folder.resolve("service.key")));
        assertFalse(Files.readString(folder.resolve("service.pem")).contains("PRIVATE"));
    }

    private int statusFor(Optional<Identity> client, Authority trusted) throws Exception {
        var http = HttpClient.newBuilder()
                .sslContext(Tls.context(client, trusted.certificate()))
                .build();
        var uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
