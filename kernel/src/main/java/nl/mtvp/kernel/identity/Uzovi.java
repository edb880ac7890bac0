package nl.mtvp.kernel.identity;

import java.util.regex.Pattern;

/** A UZOVI code: the four digits by which a Dutch health insurer is known. A leading zero is significant (0101). */
public record Uzovi(String code) implements Comparable<Uzovi> {

    public static final String FORM = "[0-9]{4}";
    public static final String RULE = "a UZOVI code has exactly 4 digits, leading zeros included";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws IllegalArgumentException if the code has not exactly 4 digits */
    public Uzovi {
        if (code == null || !PATTERN.matcher(code).matches()) {
            throw new IllegalArgumentException(RULE);
        }
    }

    @Override
    public int compareTo(Uzovi other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
