package nl.mtvp.contract.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Takings;
import nl.mtvp.contract.measure.domain.TakingsNotAvailable;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.contract.neighbour.Neighbours;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a clawback would take in euros, as payment-service tells it (D34). Money is never computed here; it is asked,
 * outside of transactions.
 */
@ApplicationScoped
public class Estimates {

    private final Optional<URI> payment;
    private final Neighbours neighbours;

    /** @param payment payment-service's API, like {@code http://payment-service/v1/} */
    Estimates(@ConfigProperty(name = "mtvp.measure.payment-url") Optional<URI> payment, Neighbours neighbours) {
        this.payment = payment;
        this.neighbours = neighbours;
    }

    /** @throws TakingsNotAvailable if payment-service does not tell it */
    public Takings of(UUID contractId, Terms.Clawback terms) {
        var estimate = "clawback-estimates?contractId=" + contractId + "&from=" + terms.clawedBackFrom() + "&until="
                + terms.clawedBackUntil() + "&percentage=" + terms.percentage();
        var unknown = Map.of(404, "does not know the contract yet");
        return neighbours.ask("payment-service", payment, estimate, Takings.class, unknown, TakingsNotAvailable::new);
    }
}
