package nl.mtvp.kernel.json;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Bsn;

/** What a text may be, wherever one comes in: something that is stored, shown, hashed and sent on as it is. */
public final class Texts {

    /** Control characters but tab and line ends, and those that turn the direction of what follows. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{061C}\\x{200E}\\x{200F}&&[^\\t\\r\\n]]");

    /** Whole characters only, of which half is left when one is cut in two. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");

    private Texts() {}

    /** Why the text is refused, if it is. */
    public static Optional<String> fault(String text) {
        if (isCut(text)) {
            return Optional.of("a text holds whole characters; of one of these only half is here (a lone surrogate)");
        }
        if (CONTROL.matcher(text).find()) {
            return Optional.of(
                    "a text holds no control characters but tabs and line ends, and none that turn its direction");
        }
        if (Bsn.mayStandIn(text)) {
            return Optional.of("this holds what may be a BSN, which is never sent to us; leave it away");
        }
        return Optional.empty();
    }

    static boolean isCut(String text) {
        return HALF.matcher(text).find();
    }

    /** Whether there is nothing to see, whatever kind of spaces it is made of. */
    public static boolean isBlank(String text) {
        return BLANK.matcher(text).matches();
    }
}
