package nl.mtvp.payment.ion.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mtvp.kernel.file.FileStart;

/**
 * Reads a delivery's text once, as bytes: whether it is of the agreed form, and each of its lines (D38). It holds a piece
 * of it in memory, never the whole.
 */
public final class DeliveryScan {

    public static final String HEADER = "pseudonym,agb,registered_on";

    private static final int PIECE = 1 << 18;
    private static final int LINE_MAX = 1_000;
    private static final int REASONS_MAX = 10;

    private final long announcedRows;
    private final Consumer<RegistrationLine> taker;
    private final RegistrationLine formed = new RegistrationLine();
    private final List<RefusedLine> malformed = new ArrayList<>();
    private final byte[] piece = new byte[PIECE];

    /** Why the first lines are malformed. */
    private final List<String> reasons = new ArrayList<>();
    /** A line without its quotes. */
    private final byte[] plain = new byte[RegistrationLine.LENGTH];

    private long malformedRows;
    private long possibleBsns;
    /** Empty lines of which nobody knows yet whether the file goes on after them. */
    private long emptyLines;
    /** The number of the line that comes; the header is line 1. */
    private long line = 1;

    private boolean tooLong;
    private boolean headed;
    private FileFault fault;

    private DeliveryScan(long announcedRows, Consumer<RegistrationLine> taker) {
        this.announcedRows = announcedRows;
        this.taker = taker;
    }

    /**
     * @param rows lines after the header, blank ones too but those at the end
     * @param malformed the lines that have another form, in order; only as many as do not refuse the delivery as a whole
     * @param fault the first thing for which the delivery is refused as a whole
     */
    public record Result(long rows, List<RefusedLine> malformed, Optional<FileFault> fault) {}

    /**
     * Reads content to its end.
     *
     * @param taker takes each line that has the agreed form; it may not keep it
     */
    public static Result of(InputStream content, long announcedRows, Consumer<RegistrationLine> taker)
            throws IOException {
        return new DeliveryScan(announcedRows, taker).scan(content);
    }

    private Result scan(InputStream content) throws IOException {
        int end = 0;
        for (int read = content.read(piece, 0, PIECE); read >= 0; read = content.read(piece, end, PIECE - end)) {
            end += read;
            int done = lines(end);
            if (end - done > LINE_MAX + 1) {
                lookAtStart(end);
                refuse("line-too-long", "line " + line + " is longer than " + LINE_MAX + " bytes");
                tooLong = true;
                done = end;
            }
            System.arraycopy(piece, done, piece, 0, end - done);
            end -= done;
        }
        if (end > 0 || tooLong) {
            line(0, end);
        }
        if (!headed) {
            refuse("header", "the first line of the file is " + HEADER + "; this file has none");
        }
        return result();
    }

    /** Takes the whole lines of the piece, and gives where the first one begins that is not whole. */
    private int lines(int end) {
        int at = 0;
        while (true) {
            if (end - at > RegistrationLine.LENGTH
                    && piece[at + RegistrationLine.LENGTH] == '\n'
                    && line > 1
                    && emptyLines == 0
                    && !tooLong
                    && formed.read(piece, at)) {
                taker.accept(formed);
                line++;
                at += RegistrationLine.LENGTH + 1;
            } else {
                int lineFeed = at;
                while (lineFeed < end && piece[lineFeed] != '\n') {
                    lineFeed++;
                }
                if (lineFeed == end) {
                    return at;
                }
                line(at, lineFeed);
                at = lineFeed + 1;
            }
        }
    }

    private void line(int from, int lineFeed) {
        int until = lineFeed > from && piece[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
        if (line == 1) {
            lookAtStart(until);
            headed = !tooLong && isHeader(text(from, until));
        } else if (from == until && !tooLong) {
            emptyLines++;
        } else {
            tellEmptyLines();
            if (!tooLong && isFormed(from, until)) {
                taker.accept(formed);
            } else {
                malformed(line, text(from, until));
            }
        }
        tooLong = false;
        line++;
    }

    private void lookAtStart(int until) {
        if (line == 1 && !tooLong) {
            FileStart.otherForm(piece, until).ifPresent(other -> refuse(other.code(), other.detail()));
        }
    }

    private boolean isHeader(String text) {
        var unmarked = FileStart.unmarked(text);
        if (isHeaderText(unmarked)) {
            return true;
        }
        if (FileStart.partedByCommas(unmarked)
                .filter(DeliveryScan::isHeaderText)
                .isPresent()) {
            var separator = FileStart.separator(unmarked);
            refuse(separator.code(), separator.detail());
        }
        refuse("header", "the first line of the file is " + HEADER + FileStart.seen(unmarked));
        return false;
    }

    private static boolean isHeaderText(String names) {
        return names.replace("\"", "").equalsIgnoreCase(HEADER);
    }

    /** A line with the agreed form, its fields in quotes or not (RFC 4180). */
    private boolean isFormed(int from, int until) {
        if (until - from == RegistrationLine.LENGTH) {
            return formed.read(piece, from);
        }
        return unquoted(from, until) == RegistrationLine.LENGTH && formed.read(plain, 0);
    }

    /** Takes the quotes of quoted fields away, and gives how long the rest is; -1 if quotes stand elsewhere. */
    private int unquoted(int from, int until) {
        int length = 0;
        boolean quoted = false;
        for (int at = from; at < until; at++) {
            boolean begins = at == from || piece[at - 1] == ',';
            boolean ends = at + 1 == until || piece[at + 1] == ',';
            if (piece[at] == '"' && (quoted ? ends : begins)) {
                quoted = !quoted;
            } else if (piece[at] == '"' || quoted && piece[at] == ',' || length == plain.length) {
                return -1;
            } else {
                plain[length++] = piece[at];
            }
        }
        return quoted ? -1 : length;
    }

    private void tellEmptyLines() {
        for (; emptyLines > 0; emptyLines--) {
            malformed(line - emptyLines, "");
        }
    }

    private void malformed(long number, String text) {
        malformedRows++;
        var refused = MalformedLine.of(number, text);
        possibleBsns += refused.code() == LineCode.POSSIBLE_BSN ? 1 : 0;
        if (reasons.size() < REASONS_MAX) {
            reasons.add(refused.reason());
        }
        if (!tooManyMalformed(malformedRows, announcedRows)) {
            malformed.add(refused);
        }
    }

    /** The bytes as text; what is none refuses the delivery. */
    private String text(int from, int until) {
        for (int at = from; at < until; at++) {
            if (piece[at] == '\r') {
                refuse("encoding", "line " + line + " has a carriage return that no line feed follows");
            } else if (piece[at] >= 0 && piece[at] < ' ' && piece[at] != '\t') {
                refuse("encoding", "line " + line + " has a control character");
            }
        }
        if (until - from > LINE_MAX) {
            refuse("line-too-long", "line " + line + " is longer than " + LINE_MAX + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(piece, from, until - from))
                    .toString();
        } catch (CharacterCodingException noText) {
            refuse("encoding", "the file is UTF-8 text; bytes in line " + line + " are not");
            return "";
        }
    }

    private void refuse(String code, String detail) {
        if (fault == null) {
            fault = new FileFault(code, detail);
        }
    }

    private Result result() {
        long rows = Math.max(0, line - 2 - emptyLines);
        if (fault == null && rows != announcedRows) {
            refuse("row-count", "the file has " + rows + " lines after the header, announced were " + announcedRows);
        }
        if (fault == null && tooManyMalformed(malformedRows, rows)) {
            if (possibleBsns > 0) {
                refuse(
                        "possible-bsn",
                        possibleBsns + " of " + rows
                                + " lines have a number that may be a BSN, which is never sent to us; let ION's"
                                + " pseudonymiser make pseudonyms");
            }
            refuse(
                    "too-many-malformed",
                    malformedRows + " of " + rows + " lines are malformed, which is more than 1 %; each line is "
                            + HEADER + ". " + String.join("; ", reasons));
        }
        return new Result(rows, malformed, Optional.ofNullable(fault));
    }

    private static boolean tooManyMalformed(long malformed, long rows) {
        return malformed * 100 > rows;
    }
}
