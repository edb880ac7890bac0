package nl.mtvp.plan.monitoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was counted over some practices or regions, exactly: the sums, so that a value is their ratio and is rounded once.
 *
 * @param subjects over how many practices or regions
 */
public record Measured(BigDecimal numerator, BigDecimal denominator, int subjects) {

    public Measured {
        if (numerator.signum() < 0 || denominator.signum() <= 0 || subjects < 1) {
            throw new IllegalArgumentException("counts are not negative, and something was counted on");
        }
    }

    BigDecimal value(Indicator indicator) {
        return per(indicator).divide(denominator, indicator.decimals(), RoundingMode.HALF_UP);
    }

    /** This less the other, rounded once: not the difference of two rounded values. */
    BigDecimal less(Measured other, Indicator indicator) {
        return per(indicator)
                .multiply(other.denominator)
                .subtract(other.per(indicator).multiply(denominator))
                .divide(denominator.multiply(other.denominator), indicator.decimals(), RoundingMode.HALF_UP);
    }

    /** As {@link Comparable}, with the other's ratio and without any rounding. */
    int comparedTo(Measured other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    int comparedTo(BigDecimal value, Indicator indicator) {
        return per(indicator).compareTo(value.multiply(denominator));
    }

    private BigDecimal per(Indicator indicator) {
        return numerator.multiply(BigDecimal.valueOf(indicator.per()));
    }
}
