package nl.mtvp.kernel.rest.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.mtvp.kernel.failure.DomainFailure;

/** A body of which at most so many bytes are read, also when it does not say beforehand how long it is (413). */
final class BoundedBody extends FilterInputStream {

    private final long bytesMax;
    private long read;

    BoundedBody(InputStream body, long bytesMax) {
        super(body);
        this.bytesMax = bytesMax;
    }

    static String rule(long bytesMax) {
        return "the body may have at most " + bytesMax + " bytes here; send less at a time";
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int now = super.read(into, offset, length);
        count(Math.max(0, now));
        return now;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > bytesMax) {
            throw new BodyTooLarge(bytesMax);
        }
    }

    /** The body is larger than this operation takes. */
    static final class BodyTooLarge extends DomainFailure {
        BodyTooLarge(long bytesMax) {
            super(Kind.TOO_LARGE, "too-large", rule(bytesMax));
        }
    }
}
