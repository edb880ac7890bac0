package nl.mtvp.contract.compliance;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** @param feed plan-service's feed, beside which its pictures are */
    Pictures(@ConfigProperty(name = "mtvp.feed.follow.plan.url") Optional<URI> feed, Neighbours neighbours) {
        this.feed = feed;
        this.neighbours = neighbours;
    }

    /** @throws PictureNotAvailable if plan-service does not tell it */
    public Map<?, ?> of(Agb agb, int year) {
        var pictures = "compliance-pictures?agb=" + agb + "&year=" + year;
        var told = neighbours.ask("plan-service", feed, pictures, Map[].class, Map.of(), PictureNotAvailable::new);
        if (told.length != 1) {
            throw new PictureNotAvailable("plan-service has none of this practice; is it admitted?");
        }
        return told[0];
    }
}
