package nl.mtvp.kernel.file;

import java.util.Optional;
import java.util.regex.Pattern;

/** What people send instead of UTF-8 text whose fields are parted by commas, told by how a file begins (D38). */
public final class FileStart {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What a first line may be told back as: words, and what parts them. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z_;,\\t \"|-]{1,200}");

    private static final Pattern OTHER_SEPARATORS = Pattern.compile("[;\t|]");

    private FileStart() {}

    /** Another form, with a code of its own and what was seen. */
    public record OtherForm(String code, String detail) {}

    /**
     * Looks at the bytes of the first line.
     *
     * @param length how many of them there are, without the line feed and a carriage return before it
     */
    public static Optional<OtherForm> otherForm(byte[] bytes, int length) {
        int first = length > 0 ? bytes[0] & 0xff : -1;
        int second = length > 1 ? bytes[1] & 0xff : -1;
        if (first == 0x1f && second == 0x8b) {
            return other("compression", "the content is packed by gzip, and was not announced so");
        }
        if (first == 'P' && second == 'K') {
            return other("compression", "the content is a ZIP archive or a workbook; send the text that is in it");
        }
        if (first == 0xff && second == 0xfe || first == 0xfe && second == 0xff || first == 0 || second == 0) {
            return other("encoding", "the file is UTF-16 or UTF-32; save it as UTF-8");
        }
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\r') {
                return other("line-ends", "lines end with a carriage return only; a line feed is wanted");
            }
        }
        return Optional.empty();
    }

    /** The line without the mark that some programs write before it. */
    public static String unmarked(String line) {
        return !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
    }

    /** The same line with what parts its fields replaced by commas; empty when that changes nothing. */
    public static Optional<String> partedByCommas(String line) {
        var parted = OTHER_SEPARATORS.matcher(line).replaceAll(",");
        return parted.equals(line) ? Optional.empty() : Optional.of(parted);
    }

    /** The refusal of a header whose fields are parted by something else. */
    public static OtherForm separator(String line) {
        return new OtherForm("separator", "fields are parted by commas" + seen(line));
    }

    /** The line told back, unless it could hold more than names. */
    public static String seen(String line) {
        return WORDS.matcher(line).matches() ? "; here it is " + line : "";
    }

    private static Optional<OtherForm> other(String code, String detail) {
        return Optional.of(new OtherForm(code, detail));
    }
}
