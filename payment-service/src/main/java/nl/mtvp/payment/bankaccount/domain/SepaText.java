package nl.mtvp.payment.bankaccount.domain;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as every bank of SEPA takes it: Latin letters without marks, figures and a few signs (EPC217-08). Banks compare a
 * payee's name with the one that they know, so a letter becomes the nearest letter, and whatever the writing, a sound.
 *
 * <p>ICU writes in Latin letters what is written otherwise, and every Latin letter plainly where Unicode's tables know
 * how; what those do not know stands here. What nothing comes near to becomes a full stop.
 */
public final class SepaText {

    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    /** Zero width, direction, soft hyphens: nobody sees them. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]");

    private static final int FIRST_FOREIGN = 0x80;

    /** Letters of phonetics that have the name of a sound, or a Greek one. */
    private static final Map<String, String> SOUNDS = Map.ofEntries(
            Map.entry("ALPHA", "A"),
            Map.entry("BETA", "B"),
            Map.entry("CHI", "CH"),
            Map.entry("DELTA", "D"),
            Map.entry("EPSILON", "E"),
            Map.entry("SCHWA", "E"),
            Map.entry("PHI", "F"),
            Map.entry("GAMMA", "G"),
            Map.entry("HENG", "H"),
            Map.entry("IOTA", "I"),
            Map.entry("LAMDA", "L"),
            Map.entry("LEZH", "L"),
            Map.entry("OMEGA", "O"),
            Map.entry("PI", "P"),
            Map.entry("PSI", "PS"),
            Map.entry("RHO", "R"),
            Map.entry("ESH", "S"),
            Map.entry("THETA", "TH"),
            Map.entry("UPSILON", "U"),
            Map.entry("EZH", "Z"));

    private static final Pattern LETTER = Pattern.compile(
            "(?:MODIFIER LETTER |(?:LATIN|GREEK) (?:SUBSCRIPT )?)((?:LETTER )?(?:SMALL CAPITAL|SMALL|CAPITAL)(?: LETTER)?)"
                    + "(?: [A-Z-]+)*? ([A-Z]{1,2}|" + String.join("|", SOUNDS.keySet()) + ")(?: ROTUNDA| WITH .*)?");

    /** Letters that ICU leaves as they are, and signs: each with what comes nearest. */
    private static final Map<Integer, String> NEAREST = table(
            "ƄB ƅb ƆO ɔo ƍd ƎE ǝe ƏE əe ƔG ɣg ƛl ƜM ɯm ƟO ɵo ƦR ƧS ƨs ƩS ʃs ƪs ƱU ʊu ƷZ ʒz ƸZ ƹz ƺz ƿw ǷW ǶH ȜY ȝy ȠN"
                    + " ȢO ȣo ɅV ɊQ ɋq ẟd µu ɑa ɤo ɸf ʋv €EUR £GBP ʿ' ʾ' ʼ' ʹ' ʔ' ʕ' Ɂ' ɂ' ꞌ' Ꞌ' Ꜣ' ꜣ' Ꜥ' ꜥ'"
                    + " &+ \"' `' ´' _- ;, !. [( ]) {( }) <( >)");

    private SepaText() {}

    /** What a bank takes in its place; it may be longer, shorter, or nothing at all. */
    public static String of(String text) {
        if (!FOREIGN.matcher(text).find()) {
            return text.strip();
        }
        var seen = UNSEEN.matcher(text).replaceAll("");
        var latin = nearest(PLAIN.transliterate(SPACE.matcher(seen).replaceAll(" ")));
        var unmarked =
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
        return FOREIGN.matcher(unmarked).replaceAll(".").strip();
    }

    /** Whether a bank takes something in its place that says anything, and has so many characters at most. */
    public static boolean fits(String text, int longest) {
        var sent = of(text);
        return sent.length() <= longest && sent.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static String nearest(String text) {
        return text.codePoints()
                .mapToObj(character -> NEAREST.containsKey(character) ? NEAREST.get(character) : named(character))
                .collect(Collectors.joining());
    }

    /** What a letter is a form of, as its name says: TURNED M is an m, and B WITH FLOURISH a B. */
    private static String named(int character) {
        var name = character < FIRST_FOREIGN ? null : Character.getName(character);
        var letter = name == null ? null : LETTER.matcher(name);
        if (letter == null || !letter.matches()) {
            return Character.toString(character);
        }
        var plain = SOUNDS.getOrDefault(letter.group(2), letter.group(2));
        return letter.group(1).contains("CAPITAL") ? plain : plain.toLowerCase(Locale.ROOT);
    }

    /** A character and what it becomes, word by word. */
    private static Map<Integer, String> table(String words) {
        return Pattern.compile(" ")
                .splitAsStream(words)
                .collect(Collectors.toUnmodifiableMap(word -> word.codePointAt(0), word -> word.substring(1)));
    }
}
