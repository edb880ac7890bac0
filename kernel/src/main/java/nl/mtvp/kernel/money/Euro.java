package nl.mtvp.kernel.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount in euro, exact, in whole cents. It may be negative. It is written with two decimals ({@code 12124.80}) and
 * never passes through floating point.
 */
public record Euro(long cents) implements Comparable<Euro> {

    public static final Euro ZERO = new Euro(0);
    public static final String FORM = "-?(0|[1-9][0-9]{0,15})\\.[0-9]{2}";
    public static final String RULE = "an amount is a string in euro with exactly two decimals, like \"12124.80\"";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /**
     * Reads {@code "12124.80"}.
     *
     * @throws IllegalArgumentException if the text has not exactly two decimals: a third is refused, never rounded
     */
    public static Euro of(String text) {
        if (text == null || !PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(RULE);
        }
        return new Euro(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    /** @throws ArithmeticException if the sum leaves the range of a long */
    public Euro plus(Euro other) {
        return new Euro(Math.addExact(cents, other.cents));
    }

    /** @throws ArithmeticException if the difference leaves the range of a long */
    public Euro minus(Euro other) {
        return new Euro(Math.subtractExact(cents, other.cents));
    }

    public Euro negated() {
        return new Euro(Math.negateExact(cents));
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Euro other) {
        return Long.compare(cents, other.cents);
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
