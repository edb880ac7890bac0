package nl.mtvp.contract.compliance;

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
import nl.mtvp.contract.compliance.domain.PictureNotAvailable;
import nl.mtvp.kernel.identity.Agb;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a practice did in a year as plan-service tells it: praktijkplan, intervisie, interventions (D8-D12). It is shown
 * and frozen whole, and never read as a rule here: people judge it. Asked outside of transactions.
 */
@ApplicationScoped
public class Pictures {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int BYTES_MAX = 1_048_576;

    private final Optional<URI> feed;
    private final OidcClient tokens;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();

    /** @param feed plan-service's feed, beside which its pictures are */
    Pictures(
            @ConfigProperty(name = "mtvp.feed.follow.plan.url") Optional<URI> feed,
            OidcClient tokens,
            ObjectMapper json) {
        this.feed = feed;
        this.tokens = tokens;
        this.json = json;
    }

    /** @throws PictureNotAvailable if plan-service does not tell it */
    public Map<?, ?> of(Agb agb, int year) {
        var pictures = feed.orElseThrow(() -> new PictureNotAvailable("plan-service is not configured here"))
                .resolve("compliance-pictures?agb=" + agb + "&year=" + year);
        try {
            return read(pictures);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PictureNotAvailable("the request was interrupted");
        } catch (IOException | RuntimeException failure) {
            throw failure instanceof PictureNotAvailable known
                    ? known
                    : new PictureNotAvailable("plan-service does not answer");
        }
    }

    private Map<?, ?> read(URI pictures) throws IOException, InterruptedException {
        var token = tokens.getTokens().await().atMost(WAIT).getAccessToken();
        var request = HttpRequest.newBuilder(pictures)
                .timeout(WAIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new PictureNotAvailable("plan-service answered " + answer.statusCode());
            }
            var told = json.readValue(body.readNBytes(BYTES_MAX), Map[].class);
            if (told.length != 1) {
                throw new PictureNotAvailable("plan-service has none of this practice; is it admitted?");
            }
            return told[0];
        }
    }
}
