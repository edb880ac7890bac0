package nl.mtvp.contract.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
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
    private final ObjectMapper json;

    /** @param payment payment-service's API, like {@code http://payment-service/v1/} */
    Estimates(
            @ConfigProperty(name = "mtvp.measure.payment-url") Optional<URI> payment,
            Neighbours neighbours,
            ObjectMapper json) {
        this.payment = payment;
        this.neighbours = neighbours;
        this.json = json;
    }

    /** @throws TakingsNotAvailable if payment-service does not tell it */
    public Takings of(UUID contractId, Terms.Clawback terms) {
        var estimate = payment.orElseThrow(() -> new TakingsNotAvailable("payment-service is not configured here"))
                .resolve("clawback-estimates?contractId=" + contractId + "&from=" + terms.clawedBackFrom() + "&until="
                        + terms.clawedBackUntil() + "&percentage=" + terms.percentage());
        var answer =
                neighbours.get(estimate).orElseThrow(() -> new TakingsNotAvailable("payment-service does not answer"));
        return switch (answer.status()) {
            case 200 -> read(answer.body());
            case 404 -> throw new TakingsNotAvailable("payment-service does not know the contract yet");
            default -> throw new TakingsNotAvailable("payment-service answered " + answer.status());
        };
    }

    private Takings read(byte[] body) {
        try {
            return json.readValue(body, Takings.class);
        } catch (IOException unreadable) {
            throw new TakingsNotAvailable("payment-service's answer cannot be read");
        }
    }
}
