package nl.mtvp.kernel.rest.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import nl.mtvp.kernel.rest.edge.UnreadAnswers;
import nl.mtvp.kernel.rest.limit.ClientLimits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends answers that are made while they are sent. What breaks off in the middle breaks the connection off: the answer has
 * begun as a success, and only its missing end can tell that it is none. So does a reader that takes too little of it, for
 * whom a connection to the database would be held.
 */
@ApplicationScoped
public class Streams {

    private static final int BUFFER = 1 << 16;
    private static final long LOOK_MILLIS = 1_000;

    private final Vertx vertx;
    private final CurrentVertxRequest request;
    private final ClientLimits limits;
    private final Duration writeTimeMax;

    Streams(
            Vertx vertx,
            CurrentVertxRequest request,
            ClientLimits limits,
            @ConfigProperty(name = "mtvp.http.write-time-max", defaultValue = "PT10S") Duration writeTimeMax) {
        this.vertx = vertx;
        this.request = request;
        this.limits = limits;
        this.writeTimeMax = writeTimeMax;
    }

    /** What writes an answer. */
    @FunctionalInterface
    public interface Content {

        /** @throws IOException if whoever reads has gone */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes all of the content out, to the reader of the running request. */
    public void send(Content content, OutputStream out) throws IOException {
        var connection = request.getCurrent().request().connection();
        var timed = new Timed(out, request.getCurrent().response());
        long watch = vertx.setPeriodic(LOOK_MILLIS, tick -> {
            if (timed.waitsLongerThan(writeTimeMax)) {
                UnreadAnswers.end(connection);
            }
        });
        try {
            var buffered = new BufferedOutputStream(timed, BUFFER);
            content.writeTo(buffered);
            buffered.flush();
        } catch (IOException | RuntimeException failure) {
            if (timed.hasBegun()) {
                limits.left();
                connection.close();
            }
            if (timed.readerHasGone()) {
                throw new ReaderGone(failure);
            }
            throw failure;
        } finally {
            vertx.cancelTimer(watch);
        }
    }

    /** Knows how long a piece of at most a buffer's size has been waiting to be taken. */
    private static final class Timed extends FilterOutputStream {

        private static final long NOT_WRITING = 0;

        private final HttpServerResponse response;
        private volatile long writingSince = NOT_WRITING;
        private boolean begun;
        private boolean gone;

        Timed(OutputStream out, HttpServerResponse response) {
            super(out);
            this.response = response;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            begun = true;
            for (int at = 0; at < length; at += BUFFER) {
                // What is written to nobody is dropped without a word.
                if (response.closed()) {
                    gone = true;
                    throw new IOException("whoever asked for it has gone");
                }
                writingSince = System.nanoTime() | 1;
                try {
                    out.write(bytes, offset + at, Math.min(BUFFER, length - at));
                } catch (IOException nobodyReads) {
                    gone = true;
                    throw nobodyReads;
                }
                writingSince = NOT_WRITING;
            }
        }

        boolean hasBegun() {
            return begun;
        }

        boolean readerHasGone() {
            return gone;
        }

        boolean waitsLongerThan(Duration max) {
            long since = writingSince;
            return since != NOT_WRITING && System.nanoTime() - since > max.toNanos();
        }
    }
}
