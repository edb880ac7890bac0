package nl.mtvp.contract.measure.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A part of a hundred, above 0 and up to 100, with at most two decimals; exact. */
@Embeddable
public record Percentage(@Column(name = "percentage") BigDecimal value) {

    public static final String RULE = "a percentage is above 0, at most 100, with at most two decimals, like \"33.33\"";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException if it is not above 0 and at most 100, or has more than two decimals */
    public Percentage {
        value = value.stripTrailingZeros();
        if (value.signum() <= 0 || value.compareTo(HUNDRED) > 0 || value.scale() > 2) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /** @throws IllegalArgumentException if it is none */
    public Percentage(String text) {
        this(new BigDecimal(text));
    }

    /** Like {@code 100} or {@code 33.33}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
