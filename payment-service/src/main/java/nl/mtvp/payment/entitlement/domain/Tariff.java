package nl.mtvp.payment.entitlement.domain;

import java.util.Objects;

/** What one registered patient is worth in a quarter, in cents (D37). */
public record Tariff(long centsPerIon, Source source) {

    public Tariff {
        Objects.requireNonNull(source, "source");
        if (centsPerIon <= 0) {
            throw new IllegalArgumentException("a tariff is positive");
        }
    }
}
