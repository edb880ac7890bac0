package nl.mtvp.client.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * The access token of a system that has a key (OAuth 2.0 client credentials with {@code private_key_jwt}, RFC 7523);
 * asked for anew a while before it ends.
 */
final class SystemToken implements Supplier<String> {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String client;
    private final PrivateKey key;
    private final String issuer;
    private final URI endpoint;
    private String token = "";
    private Instant until = Instant.MIN;

    /**
     * @param client the name that the identity provider knows the system by
     * @param key its private key, PKCS #8 in PEM
     * @param issuer where the identity provider's description begins
     */
    SystemToken(String client, Path key, String issuer) throws IOException, InterruptedException {
        this.client = client;
        this.key = privateKey(Files.readString(key));
        this.issuer = issuer;
        var description = answer(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .build());
        this.endpoint = URI.create(description.get("token_endpoint").textValue());
    }

    @Override
    public synchronized String get() {
        if (Instant.now().plus(MARGIN).isBefore(until)) {
            return token;
        }
        try {
            var form = Map.of(
                    "grant_type", "client_credentials",
                    "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    "client_assertion", assertion());
            var answer = answer(HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.entrySet().stream()
                            .map(field ->
                                    field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"))))
                    .build());
            token = answer.get("access_token").textValue();
            until = Instant.now().plusSeconds(answer.get("expires_in").longValue());
            return token;
        } catch (IOException | JoseException failure) {
            throw new IllegalStateException("no token for " + client, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no token for " + client, interrupted);
        }
    }

    /** What the system signs to show that it holds its key: good for one request within a minute. */
    private String assertion() throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(client);
        claims.setSubject(client);
        claims.setAudience(issuer);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        var signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signed.setKeyIdHeaderValue(client);
        signed.setKey(key);
        signed.setPayload(claims.toJson());
        return signed.getCompactSerialization();
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static PrivateKey privateKey(String pem) {
        var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("the key is no RSA key in PKCS #8", unusable);
        }
    }
}
