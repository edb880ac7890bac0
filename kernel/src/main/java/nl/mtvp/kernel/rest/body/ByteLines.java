package nl.mtvp.kernel.rest.body;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The lines of a stream, one at a time. Of a line that is too long it keeps a byte or two too many, and passes the rest. */
final class ByteLines {

    private final InputStream stream;
    private final int bytesMax;
    private int number;

    ByteLines(InputStream stream, int bytesMax) {
        this.stream = new BufferedInputStream(stream);
        this.bytesMax = bytesMax;
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** The next line without its end (LF or CRLF), or null when there is none. */
    byte[] next() {
        try {
            int next = stream.read();
            if (next < 0) {
                return null;
            }
            var line = new ByteArrayOutputStream();
            for (; next >= 0 && next != '\n'; next = stream.read()) {
                if (line.size() <= bytesMax + 1) {
                    line.write(next);
                }
            }
            number++;
            return withoutReturn(line.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether there are only spaces. */
    static boolean isBlank(byte[] line) {
        return holdsOnly(" \t\r", line);
    }

    static boolean holdsOnly(String characters, byte[] line) {
        for (byte next : line) {
            if (characters.indexOf(next) < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
