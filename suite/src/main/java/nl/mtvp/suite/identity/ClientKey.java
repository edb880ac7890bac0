package nl.mtvp.suite.identity;

import static java.util.Map.entry;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.suite.certificate.Identity;
import nl.mtvp.suite.common.Io;

/** The key with which a system proves who it is (RS256). Made at start, kept in the stack's folder, never committed. */
public final class ClientKey {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final String id;
    private final RSAPrivateCrtKey key;

    private ClientKey(String id, RSAPrivateCrtKey key) {
        this.id = id;
        this.key = key;
    }

    /** @param id the key's id, by which the identity provider finds it */
    public static ClientKey generate(String id) {
        return Io.sure("every Java platform has RSA", () -> {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return new ClientKey(
                    id, (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        });
    }

    public static ClientKey read(String id, String pem) {
        try {
            return new ClientKey(id, (RSAPrivateCrtKey) Identity.key("RSA", pem));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("the key of " + id + " is no RSA private key in PEM form", broken);
        }
    }

    public String pem() {
        return Identity.pem("PRIVATE KEY", key.getEncoded());
    }

    /** The public half as the identity provider wants it: a JSON Web Key. */
    public Map<String, String> publicJwk() {
        return Map.ofEntries(
                entry("kty", "RSA"),
                entry("use", "sig"),
                entry("alg", "RS256"),
                entry("kid", id),
                entry("n", URL.encodeToString(unsigned(key.getModulus()))),
                entry("e", URL.encodeToString(unsigned(key.getPublicExponent()))));
    }

    /** A one-time proof for the identity provider that the caller is this client (RFC 7523), good for a minute. */
    public String assertion(String client, String audience, Instant now) {
        var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(id);
        var claims = "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
                .formatted(client, audience, UUID.randomUUID(), now.getEpochSecond(), now.getEpochSecond() + 60);
        var signed = encode(header) + "." + encode(claims);
        return Io.sure("every Java platform has RS256", () -> {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        });
    }

    private static String encode(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] unsigned(BigInteger value) {
        var bytes = value.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
