package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.payment.run.db.ComputationRepository;
import nl.mtvp.payment.run.domain.TooManyComputations;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many previews and recomputations somebody may have under way, so that those of others get their turn. */
@ApplicationScoped
class ComputationShare {

    private final ComputationRepository computations;
    private final int max;

    ComputationShare(
            ComputationRepository computations,
            @ConfigProperty(name = "mtvp.computations.client-max", defaultValue = "3") int max) {
        this.computations = computations;
        this.max = max;
    }

    /** @throws TooManyComputations if somebody has had as many begun */
    void require(Actor asker) {
        if (computations.lockedUnderWay(asker.subject()) >= max) {
            throw new TooManyComputations(max);
        }
    }
}
