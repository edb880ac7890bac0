package nl.mtvp.kernel.identity;

import java.util.regex.Pattern;

/**
 * What passes as a citizen service number (BSN). None is ever wanted here, so this is no type of one: it tells where one may
 * stand in a text.
 */
public final class Bsn {

    /** Nine digits in one, or parted as people write them. */
    private static final Pattern NINE_DIGITS = Pattern.compile(
            "(?<![\\p{Alnum}])(?:[0-9]{9}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3})(?![\\p{Alnum}])");

    private static final String MASK = "*********";

    private Bsn() {}

    /** Whether somewhere in the text nine digits stand together that pass the test of eleven. */
    public static boolean mayStandIn(String text) {
        return NINE_DIGITS.matcher(text).results().anyMatch(found -> passes(found.group()));
    }

    /** The text with whatever may be one masked. */
    public static String masked(String text) {
        return NINE_DIGITS.matcher(text).replaceAll(found -> passes(found.group()) ? MASK : found.group());
    }

    /** The test of eleven (elfproef): the last digit counts against the others. */
    private static boolean passes(String written) {
        int sum = 0;
        int weight = 9;
        for (int at = 0; at < written.length(); at++) {
            char digit = written.charAt(at);
            if (digit >= '0' && digit <= '9') {
                sum += (digit - '0') * (weight == 1 ? -1 : weight);
                weight--;
            }
        }
        return sum != 0 && sum % 11 == 0;
    }
}
