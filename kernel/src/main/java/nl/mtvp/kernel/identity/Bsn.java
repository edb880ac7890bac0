package nl.mtvp.kernel.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What passes as a citizen service number (BSN). None is ever wanted here, so this is no type of one: it tells where one may
 * stand in a text.
 */
public final class Bsn {

    private static final String DIGIT = "\\p{Nd}";

    /** What people and their programs write between groups of digits, whatever kind of space, dash or stop it is. */
    private static final String BETWEEN = "([ \\t\\p{Zs}]{1,3}|[\\p{Pd}\\p{Cf}\\x{2212}.;|/_'\u2019\u00b7])";

    /**
     * Nine digits in one, or in groups with the same between them, or one by one; letters may stand beside them. Before that,
     * so that it is passed over: ids, digests and VAT numbers, in which nine digits stand together for another reason.
     */
    private static final Pattern FOUND = Pattern.compile(
            "(?<![\\p{Alnum}-])(?:\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\p{XDigit}{32,}+|NL[0-9]{9}B[0-9]{2})(?![\\p{Alnum}-])|"
                    + "(?<!D|:D{2}[.,])((?:D{9}|D{4}S D{2}\\2D{3}|D{3}S D{3}\\3D{3}|D{2}S D{2}\\4D{2}\\4D{3}|DS D(?:\\5D){7}|D{3}S D{2}\\6D{4}|D{3}Z D{6}|D{6}Z D{3}))(?!D)"
                            .replace(" ", "")
                            .replace("D", DIGIT)
                            .replace("Z", "\\p{Zs}{1,3}")
                            .replace("S", BETWEEN));

    /** What is drawn as nothing, and parts nothing for who reads it. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final String MASK = "*********";

    private Bsn() {}

    /** Whether somewhere in the text nine digits stand together that pass the test of eleven. */
    public static boolean mayStandIn(String text) {
        return find(FOUND.matcher(text), 0) || standsUnseenIn(text);
    }

    private static boolean standsUnseenIn(String text) {
        return UNSEEN.matcher(text).find() && find(FOUND.matcher(asSeen(text)), 0);
    }

    private static String asSeen(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /** The text with whatever may be one masked. */
    public static String masked(String text) {
        return hidden(standsUnseenIn(text) ? asSeen(text) : text);
    }

    private static String hidden(String text) {
        var found = FOUND.matcher(text);
        var masked = new StringBuilder();
        int from = 0;
        while (find(found, from)) {
            masked.append(text, from, found.start()).append(MASK);
            from = found.end();
        }
        return from == 0 ? text : masked.append(text, from, text.length()).toString();
    }

    /** The next one; digits that are none may still be the beginning of one a few further on. */
    private static boolean find(Matcher found, int from) {
        int at = from;
        while (found.find(at)) {
            if (found.group(1) == null) {
                at = found.end();
            } else if (passes(found.group(1))) {
                return true;
            } else {
                at = found.start() + 1;
            }
        }
        return false;
    }

    /** The test of eleven (elfproef): the last digit counts against the others. */
    private static boolean passes(String written) {
        int sum = 0;
        int weight = 9;
        for (int digit : written.codePoints()
                .filter(Character::isDigit)
                .map(one -> Character.digit(one, 10))
                .toArray()) {
            sum += digit * (weight == 1 ? -1 : weight);
            weight--;
        }
        return sum != 0 && sum % 11 == 0;
    }
}
