package nl.mtvp.contract.portal;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Gives a service a portal to talk to, and a listener for it: with certificates made now, and thrown away. */
public class PortalResource implements QuarkusTestResourceLifecycleManager {

    static final String OIN = "00000003123456780000";
    static final String OTHER_OIN = "00000003999999990000";
    static final int ATTEMPTS_MAX = 4;

    private static final String FOLDER = "mtvp.test.portal-folder";

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("portal-certificates");
            System.setProperty(FOLDER, folder.toString());
            var authority = new Certificates("Test authority");
            var year = Duration.ofDays(300);
            authority.trust(folder.resolve("trust.p12"));
            authority.issue(folder.resolve("service.p12"), "CN=contract-service,2.5.4.5=00000003111111110000", year);
            authority.issue(folder.resolve("portal.p12"), "CN=Portal,2.5.4.5=" + OIN, year);
            authority.issue(folder.resolve("other.p12"), "CN=Other,2.5.4.5=" + OTHER_OIN, year);
            authority.issue(folder.resolve("unlisted.p12"), "CN=Unlisted,2.5.4.5=00000003000000000000", year);
            authority.issue(folder.resolve("nameless.p12"), "CN=Nameless", year);
            authority.issue(folder.resolve("expired.p12"), "CN=Portal,2.5.4.5=" + OIN, Duration.ofMinutes(30));
            new Certificates("Another authority")
                    .issue(folder.resolve("foreign.p12"), "CN=Portal,2.5.4.5=" + OIN, year);
            return settings(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> settings(Path folder) throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("mtvp.portal.url", "https://localhost:" + freePort("mtvp.test.portal-port") + "/zorginkoop/v1");
        settings.put("mtvp.portal.attempts-max", Integer.toString(ATTEMPTS_MAX));
        settings.put("mtvp.portal.timeout", "2s");
        settings.put("mtvp.portal.organisations.zorginkoopportaal", OIN);
        settings.put("mtvp.portal.organisations.other", OTHER_OIN);
        for (var name : new String[] {"portal-client", "portal-listener"}) {
            settings.put(
                    "quarkus.tls." + name + ".key-store.p12.path",
                    folder.resolve("service.p12").toString());
            settings.put("quarkus.tls." + name + ".key-store.p12.password", new String(Certificates.PASSWORD));
            settings.put(
                    "quarkus.tls." + name + ".trust-store.p12.path",
                    folder.resolve("trust.p12").toString());
            settings.put("quarkus.tls." + name + ".trust-store.p12.password", new String(Certificates.PASSWORD));
        }
        settings.put("quarkus.http.test-ssl-port", freePort("mtvp.test.listener-port"));
        settings.put("quarkus.http.insecure-requests", "enabled");
        settings.put("quarkus.http.tls-configuration-name", "portal-listener");
        settings.put("quarkus.oidc.portal.tenant-enabled", "true");
        settings.put("quarkus.oidc.portal.public-key", publicKey());
        settings.put("quarkus.oidc.portal.token.issuer", "https://issuer.example/realms/mtvp");
        return settings;
    }

    @Override
    public void stop() {
        System.clearProperty(FOLDER);
    }

    static Path file(String name) {
        return Path.of(System.getProperty(FOLDER), name + ".p12");
    }

    private static String freePort(String property) throws IOException {
        try (var socket = new ServerSocket(0)) {
            var port = Integer.toString(socket.getLocalPort());
            System.setProperty(property, port);
            return port;
        }
    }

    /** Of the key that all tokens of the tests are signed with. */
    private static String publicKey() {
        try {
            var encoded = Base64.getDecoder().decode(System.getProperty("mtvp.test.token-key"));
            var keys = KeyFactory.getInstance("RSA");
            var own = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var shared = keys.generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()));
            return Base64.getEncoder().encodeToString(shared.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the tests' key is RSA", impossible);
        }
    }
}
