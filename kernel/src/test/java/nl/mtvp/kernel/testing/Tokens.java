package nl.mtvp.kernel.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tokens as the identity provider would give them, signed with the test's key. */
public final class Tokens {

    static final String KEY_PROPERTY = "mtvp.test.token-key";

    private Tokens() {}

    /** A logged-in person of one or more insurers with these roles. */
    public static String insurer(String subject, List<String> uzovis, String... roles) {
        return sign(person(subject, roles).claim("uzovi", uzovis));
    }

    /** A logged-in person of an enterprise's practices with these roles. */
    public static String practice(String subject, List<String> agbs, String kvk, String... roles) {
        return sign(person(subject, roles).claim("agb", agbs).claim("kvk", kvk));
    }

    /** A logged-in person of a regional organisation. */
    public static String rho(String subject, String rho, String... roles) {
        return sign(person(subject, roles).claim("rho", rho));
    }

    /** A logged-in person with these roles and no parties. */
    public static String of(String subject, String... roles) {
        return sign(person(subject, roles));
    }

    /** A system, authenticated by its own credentials: no person. */
    public static String system(String client, Map<String, Object> claims, String... roles) {
        var token = base(client, client, roles);
        claims.forEach(token::claim);
        return sign(token);
    }

    /** For tokens that are wrong in a way of your own: start here, and {@link #sign}. */
    public static JwtClaimsBuilder person(String subject, String... roles) {
        return base(subject, "mtvp-portal", roles).claim("person", true);
    }

    public static JwtClaimsBuilder base(String subject, String client, String... roles) {
        var now = Instant.now();
        var token = Jwt.claims()
                .issuer(TokenResource.ISSUER)
                .audience("mtvp-api")
                .claim("azp", client)
                .claim("jti", UUID.randomUUID().toString())
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600));
        return subject == null ? token : token.subject(subject);
    }

    public static String sign(JwtClaimsBuilder token) {
        return token.jws().sign(key());
    }

    private static PrivateKey key() {
        try {
            var encoded = Base64.getDecoder().decode(System.getProperty(KEY_PROPERTY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the test's key is RSA", impossible);
        }
    }
}
