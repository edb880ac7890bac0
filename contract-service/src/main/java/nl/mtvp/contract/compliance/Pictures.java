package nl.mtvp.contract.compliance;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import nl.mtvp.contract.compliance.domain.PictureNotAvailable;
import nl.mtvp.contract.neighbour.Neighbours;
import nl.mtvp.kernel.identity.Agb;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a practice did in a year as plan-service tells it: praktijkplan, intervisie, interventions (D8-D12). It is shown
 * and frozen whole, and never read as a rule here: people judge it. Asked outside of transactions.
 */
@ApplicationScoped
public class Pictures {

    private final Optional<URI> feed;
    private final Neighbours neighbours;
    private final ObjectMapper json;

    /** @param feed plan-service's feed, beside which its pictures are */
    Pictures(
            @ConfigProperty(name = "mtvp.feed.follow.plan.url") Optional<URI> feed,
            Neighbours neighbours,
            ObjectMapper json) {
        this.feed = feed;
        this.neighbours = neighbours;
        this.json = json;
    }

    /** @throws PictureNotAvailable if plan-service does not tell it */
    public Map<?, ?> of(Agb agb, int year) {
        var pictures = feed.orElseThrow(() -> new PictureNotAvailable("plan-service is not configured here"))
                .resolve("compliance-pictures?agb=" + agb + "&year=" + year);
        var answer =
                neighbours.get(pictures).orElseThrow(() -> new PictureNotAvailable("plan-service does not answer"));
        if (answer.status() != 200) {
            throw new PictureNotAvailable("plan-service answered " + answer.status());
        }
        var told = read(answer.body());
        if (told.length != 1) {
            throw new PictureNotAvailable("plan-service has none of this practice; is it admitted?");
        }
        return told[0];
    }

    private Map<?, ?>[] read(byte[] body) {
        try {
            return json.readValue(body, Map[].class);
        } catch (IOException unreadable) {
            throw new PictureNotAvailable("plan-service's answer cannot be read");
        }
    }
}
