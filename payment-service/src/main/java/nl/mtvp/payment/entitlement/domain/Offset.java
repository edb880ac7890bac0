package nl.mtvp.payment.entitlement.domain;

import java.util.Objects;

/** What an older agreement pays already, in cents a quarter, deducted by the days in force (D32). */
public record Offset(long centsPerQuarter, Source source) {

    public Offset {
        Objects.requireNonNull(source, "source");
        if (centsPerQuarter < 0) {
            throw new IllegalArgumentException("an offset is never negative");
        }
    }
}
