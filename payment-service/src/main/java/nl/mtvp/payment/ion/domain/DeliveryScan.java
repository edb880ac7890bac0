package nl.mtvp.payment.ion.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Reads a delivery's text once, as bytes: its rows, and whether it is of the agreed form (D38). It holds a chunk of it in
 * memory, never the whole.
 */
public final class DeliveryScan {

    public static final String HEADER = "pseudonym,agb,registered_on";

    private static final int CHUNK = 1 << 16;
    private static final int LINE_MAX = 1_000;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer text = CharBuffer.allocate(CHUNK);
    private final StringBuilder header = new StringBuilder();
    private final LongStream.Builder blank = LongStream.builder();

    private long line = 1;
    private int lineLength;
    private boolean carriageReturn;
    private FileFault fault;

    private DeliveryScan() {}

    /**
     * @param rows lines after the header, blank ones too
     * @param blankLines their numbers in the file; the header is line 1
     * @param fault the first thing that is wrong with the file's form
     */
    public record Result(long rows, long[] blankLines, Optional<FileFault> fault) {}

    public static Result of(InputStream content) throws IOException {
        return new DeliveryScan().scan(content);
    }

    private Result scan(InputStream content) throws IOException {
        var chunk = new byte[CHUNK];
        var bytes = ByteBuffer.allocate(CHUNK + 8);
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            decode(bytes.put(chunk, 0, read).flip(), false);
            bytes.compact();
            for (int i = 0; i < read; i++) {
                take(chunk[i]);
            }
        }
        decode(bytes.flip(), true);
        if (lineLength > 0 || carriageReturn) {
            endLine();
        }
        if (!header.toString().equals(HEADER)) {
            fault = new FileFault("header", "the first line of the file is exactly " + HEADER);
        }
        return new Result(Math.max(0, line - 2), blank.build().toArray(), Optional.ofNullable(fault));
    }

    private void decode(ByteBuffer bytes, boolean last) {
        CoderResult result;
        do {
            text.clear();
            result = utf8.decode(bytes, text, last);
        } while (result.isOverflow());
        if (result.isError()) {
            refuse("encoding", "the file is UTF-8 text; bytes near line " + line + " are not");
            bytes.position(bytes.limit());
            utf8.reset();
        }
    }

    private void take(byte b) {
        if (b == '\n') {
            endLine();
        } else if (carriageReturn) {
            refuse("encoding", "line " + line + " has a carriage return that no line feed follows");
            carriageReturn = false;
        } else if (b == '\r') {
            carriageReturn = true;
        } else if (b >= 0 && b < ' ') {
            refuse("encoding", "line " + line + " has a control character");
        } else {
            if (line == 1 && header.length() <= HEADER.length()) {
                header.append((char) b);
            }
            if (++lineLength > LINE_MAX) {
                refuse("line-too-long", "line " + line + " is longer than " + LINE_MAX + " bytes");
            }
        }
    }

    private void endLine() {
        if (lineLength == 0 && line > 1) {
            blank.add(line);
        }
        line++;
        lineLength = 0;
        carriageReturn = false;
    }

    private void refuse(String code, String detail) {
        if (fault == null) {
            fault = new FileFault(code, detail);
        }
    }

    /** What makes the whole delivery refused before its lines are looked at, if anything does. */
    public static Optional<FileFault> fault(Result scanned, long announcedRows) {
        if (scanned.fault().isPresent()) {
            return scanned.fault();
        }
        if (scanned.rows() != announcedRows) {
            return Optional.of(new FileFault(
                    "row-count",
                    "the file has " + scanned.rows() + " lines after the header, announced were " + announcedRows));
        }
        return Optional.empty();
    }
}
