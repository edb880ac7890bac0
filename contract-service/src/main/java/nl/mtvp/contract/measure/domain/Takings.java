package nl.mtvp.contract.measure.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.money.Euro;
import org.threeten.extra.YearQuarter;

/**
 * What a clawback takes in euros (D34), as payment-service computes it from what it knew at a moment. Nothing is computed
 * with it here: it is shown, and frozen with the decision. Its property names are part of that evidence.
 */
public record Takings(List<OfQuarter> quarters, Parts total, Instant knownAt) {

    /** An amount, by who it is taken from. */
    public record Parts(Euro practice, Euro rho) {

        public Parts {
            Present.all(practice, rho);
        }
    }

    /**
     * @param dueNow what is due without the clawback
     * @param dueWith what is due with it
     * @param takes the difference
     */
    public record OfQuarter(YearQuarter quarter, Parts dueNow, Parts dueWith, Parts takes) {

        public OfQuarter {
            Present.all(quarter, takes);
        }
    }

    public Takings {
        quarters = List.copyOf(quarters);
        Present.all(total, knownAt);
    }

    /** What it takes of a quarter, if payment-service knows that quarter. */
    public Optional<Parts> of(YearQuarter quarter) {
        return quarters.stream()
                .filter(known -> known.quarter().equals(quarter))
                .map(OfQuarter::takes)
                .findFirst();
    }
}
