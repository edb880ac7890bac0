package nl.mtvp.plan.learning.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Deed;

/**
 * The report of a meeting (D12). The newest counts; those that it corrects stay readable.
 *
 * @param number counts from 1
 * @param reason why it corrects the one before; null for the first
 */
public record Report(int number, Told told, String reason, Deed recorded) {

    public Report {
        Objects.requireNonNull(told, "told");
        Objects.requireNonNull(recorded, "recorded");
        if ((number == 1) != (reason == null)) {
            throw new IllegalArgumentException("a correction, and nothing else, says why");
        }
    }
}
