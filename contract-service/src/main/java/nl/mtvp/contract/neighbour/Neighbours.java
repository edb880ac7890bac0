package nl.mtvp.contract.neighbour;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.mtvp.kernel.failure.DomainFailure;
import org.jboss.logging.Logger;

/** Asks a neighbour with this service's own token, for a few seconds at most; never within a transaction. */
@ApplicationScoped
public class Neighbours {

    private static final Logger LOG = Logger.getLogger(Neighbours.class);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int BYTES_MAX = 1_048_576;

    private final OidcClient tokens;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();

    Neighbours(OidcClient tokens, ObjectMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /** What a neighbour answered, up to 1 MiB. */
    private record Answer(int status, byte[] body) {}

    /**
     * What a neighbour tells, from its JSON.
     *
     * @param name the neighbour's
     * @param api whose addresses are beside the one that is asked; empty where none is configured
     * @param meanings of answers other than 200 that have one here
     * @param notTold what it means that it does not tell it, by the reason
     */
    public <T> T ask(
            String name,
            Optional<URI> api,
            String question,
            Class<T> type,
            Map<Integer, String> meanings,
            Function<String, DomainFailure> notTold) {
        var uri = api.orElseThrow(() -> notTold.apply(name + " is not configured here"))
                .resolve(question);
        var answer = get(uri).orElseThrow(() -> notTold.apply(name + " does not answer"));
        int status = answer.status();
        if (status != 200) {
            throw notTold.apply(name + " " + meanings.getOrDefault(status, "answered " + status));
        }
        try {
            return json.readValue(answer.body(), type);
        } catch (IOException unreadable) {
            throw notTold.apply(name + "'s answer cannot be read");
        }
    }

    /** Nothing when it does not answer. */
    private Optional<Answer> get(URI uri) {
        try {
            var token = tokens.getTokens().await().atMost(WAIT).getAccessToken();
            var request = HttpRequest.newBuilder(uri)
                    .timeout(WAIT)
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return Optional.of(new Answer(answer.statusCode(), body.readNBytes(BYTES_MAX)));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | RuntimeException failure) {
            // No token or no neighbour: either way there is no answer, and the caller says what that means.
            LOG.infof("%s does not answer: %s", uri.getAuthority(), failure);
            return Optional.empty();
        }
    }
}
