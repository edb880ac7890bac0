package nl.mtvp.kernel.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Lets a service trust tokens that the test signs itself ({@link Tokens}), so that claims are checked for real. */
public class TokenResource implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "https://issuer.example/realms/mtvp";
    static final KeyPair KEYS = keys();

    @Override
    public Map<String, String> start() {
        // The test's own class loader is another one: the key travels as a system property.
        System.setProperty(
                Tokens.KEY_PROPERTY,
                Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded()));
        return Map.of(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()),
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    @Override
    public void stop() {
        System.clearProperty(Tokens.KEY_PROPERTY);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }
}
