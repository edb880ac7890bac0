package nl.mtvp.contract.compliance.domain;

import java.time.LocalDate;
import java.util.Objects;
import nl.mtvp.contract.contract.domain.Signature;

/**
 * That the practice is heard before a breach is found (D33).
 *
 * @param endsOn the first day on which it can be decided without an answer
 */
public record Hearing(LocalDate openedOn, LocalDate endsOn, String grounds, Signature opened) {

    public Hearing {
        Objects.requireNonNull(grounds, "grounds");
        Objects.requireNonNull(opened, "opened");
        if (!endsOn.isAfter(openedOn)) {
            throw new IllegalArgumentException("a hearing lasts a day at least");
        }
    }
}
