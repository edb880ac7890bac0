package nl.mtvp.suite.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ClientKeyTest {

    private final ClientKey key = ClientKey.generate("insurer-3332");

    @Test
    void an_assertion_verifies_with_the_published_key_and_names_client_and_audience() throws Exception {
        var parts = key.assertion("insurer-3332", "http://issuer", Instant.parse("2023-05-20T10:00:00Z"))
                .split("\\.");
        var jwk = key.publicJwk();
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(jwk.get("n")), number(jwk.get("e")))));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(verifier.verify(Base64.getUrlDecoder().decode(parts[2])));

        var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertEquals("insurer-3332", claims.get("iss").asText());
        assertEquals("insurer-3332", claims.get("sub").asText());
        assertEquals("http://issuer", claims.get("aud").asText());
        assertEquals(60, claims.get("exp").asLong() - claims.get("iat").asLong());
    }

    @Test
    void a_key_is_the_same_after_its_way_through_a_file() {
        assertEquals(key.publicJwk(), ClientKey.read("insurer-3332", key.pem()).publicJwk());
    }

    @Test
    void a_file_that_holds_no_key_is_refused_by_name() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ClientKey.read("insurer-3332", "nonsense"));
        assertTrue(refusal.getMessage().contains("insurer-3332"));
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
