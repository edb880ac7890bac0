package nl.mtvp.contract.neighbour;

import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks a neighbour with this service's own token, for a few seconds at most; never within a transaction. */
@ApplicationScoped
public class Neighbours {

    private static final Logger LOG = Logger.getLogger(Neighbours.class);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int BYTES_MAX = 1_048_576;

    private final OidcClient tokens;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();

    Neighbours(OidcClient tokens) {
        this.tokens = tokens;
    }

    /** What a neighbour answered, up to 1 MiB. */
    public record Answer(int status, byte[] body) {}

    /** Nothing when it does not answer. */
    public Optional<Answer> get(URI uri) {
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
