package nl.mtvp.kernel.json;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.identity.Bsn;

/** What a text may be, wherever one comes in: something that is stored, shown, hashed and sent on as it is. */
public final class Texts {

    /** Control characters but tab and line ends, those that turn the direction of what follows, and what is no character. */
    private static final Pattern CONTROL = Pattern.compile(
            "[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}\\x{061C}\\x{200E}\\x{200F}\\x{FFF9}-\\x{FFFB}\\x{FDD0}-\\x{FDEF}"
                    + neverCharacters() + "&&[^\\t\\r\\n]]");

    /** A document in base64, in which nine digits stand together by chance. */
    private static final Pattern BASE_64 = Pattern.compile("[A-Za-z0-9+/]{200,}+={0,2}");

    /** Whole characters only, of which half is left when one is cut in two. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    /** Spaces of all kinds, and the letters and signs that are drawn as nothing. */
    private static final Pattern BLANK = Pattern.compile(
            "[\\s\\p{Z}\\p{Cf}\\p{Cc}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}\\x{17B4}\\x{17B5}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}\\x{034F}]*");

    private Texts() {}

    /** The last two places of each plane, which no character ever has. */
    private static String neverCharacters() {
        return IntStream.rangeClosed(0, 16)
                .mapToObj(plane -> "\\x{%XFFFE}\\x{%XFFFF}".formatted(plane, plane))
                .collect(Collectors.joining());
    }

    /** Why the text is refused, if it is. */
    public static Optional<String> fault(String text) {
        if (isCut(text)) {
            return Optional.of("a text holds whole characters; of one of these only half is here (a lone surrogate)");
        }
        if (CONTROL.matcher(text).find()) {
            return Optional.of(
                    "a text holds no control characters but tabs and line ends, none that turn its direction, and"
                            + " nothing that is no character");
        }
        if (!BASE_64.matcher(text).matches() && Bsn.mayStandIn(text)) {
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
