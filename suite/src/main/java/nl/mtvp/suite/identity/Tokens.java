package nl.mtvp.suite.identity;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Json;

/** Access tokens for the people and systems of a stack, by name. A token is asked for once and kept while it lasts. */
public final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(45);
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Directory directory;
    private final HttpClient http = Io.http();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    public Tokens(Directory directory) {
        this.directory = directory;
    }

    private record Kept(String token, Instant until) {}

    /**
     * The token of a person (who logs in) or of a system (which signs).
     *
     * @throws IllegalArgumentException if the stack knows nobody of this name
     */
    public String of(String name) {
        return kept.compute(name, (same, old) -> old != null && Instant.now().isBefore(old.until()) ? old : fetch(name))
                .token();
    }

    private Kept fetch(String name) {
        try {
            if (directory.people().contains(name)) {
                var login = new CodeLogin(http, directory.issuer(), Directory.PORTAL_CLIENT, directory.redirectUri());
                return exchange(login.codeFor(name, directory.password()));
            }
            if (directory.systems().containsKey(name)) {
                return exchange(proof(name));
            }
            throw new IllegalArgumentException("nobody is called '" + name + "' in this stack. People: "
                    + String.join(", ", new TreeSet<>(directory.people())) + ". Systems: "
                    + String.join(", ", new TreeSet<>(directory.systems().keySet())) + ".");
        } catch (IOException failure) {
            throw new UncheckedIOException("no token for " + name + ": " + failure.getMessage(), failure);
        }
    }

    private Map<String, String> proof(String client) throws IOException {
        var key = ClientKey.read(client, Files.readString(directory.systems().get(client)));
        return Map.ofEntries(
                entry("grant_type", "client_credentials"),
                entry("client_assertion_type", ASSERTION),
                entry(
                        "client_assertion",
                        key.assertion(client, directory.issuer().toString(), Instant.now())));
    }

    private Kept exchange(Map<String, String> form) throws IOException {
        var asked = Instant.now();
        var request = HttpRequest.newBuilder(URI.create(directory.issuer() + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", CodeLogin.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(CodeLogin.encode(form)))
                .build();
        var answer = Io.answer(http, request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak answered " + answer.statusCode() + ": " + answer.body());
        }
        var body = Json.MAPPER.readTree(answer.body());
        var lifetime = Duration.ofSeconds(body.get("expires_in").asLong());
        return new Kept(body.get("access_token").asText(), asked.plus(lifetime).minus(MARGIN));
    }
}
