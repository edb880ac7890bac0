package nl.mtvp.kernel.identity;

import java.util.regex.Pattern;

/** A KvK number: the eight digits of an enterprise in the Dutch trade register; 00000000 stands for a foreign one. */
public record Kvk(String number) implements Comparable<Kvk> {

    public static final String FORM = "[0-9]{8}";
    public static final String RULE = "a KvK number has exactly 8 digits, leading zeros included";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws IllegalArgumentException if the number has not exactly 8 digits */
    public Kvk {
        if (number == null || !PATTERN.matcher(number).matches()) {
            throw new IllegalArgumentException(RULE);
        }
    }

    @Override
    public int compareTo(Kvk other) {
        return number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return number;
    }
}
