package nl.mtvp.kernel.identity;

import java.util.regex.Pattern;

/**
 * An AGB code: the eight digits by which a Dutch care provider is known. A leading zero is significant, the first two
 * digits are the kind (01 huisarts, 37 gezondheidscentrum), and no check digit exists, so only the form is held.
 */
public record Agb(String code) implements Comparable<Agb> {

    public static final String FORM = "[0-9]{8}";
    public static final String RULE = "an AGB code has exactly 8 digits, leading zeros included";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,40}");

    /** @throws IllegalArgumentException if the code has not exactly 8 digits */
    public Agb {
        if (code == null || !PATTERN.matcher(code).matches()) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /** What is wrong with a text that is none, which is not told back: it could be a BSN. */
    public static String whyNone(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return RULE;
        }
        return "an AGB has 8 digits; this one has " + text.length()
                + (text.length() == 7 ? ": was a leading zero lost?" : "");
    }

    /** The first two digits: 01 is a huisarts, 37 a gezondheidscentrum. */
    public String kind() {
        return code.substring(0, 2);
    }

    @Override
    public int compareTo(Agb other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
