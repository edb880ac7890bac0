package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Service.PAYMENT;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.stack.Stack;

/** Clients that ask for the whole ledger as a file, read the beginning of it, and are gone; again and again. */
final class LeavingClients implements AutoCloseable {

    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Stack stack;
    private final AtomicLong left = new AtomicLong();
    private final ExecutorService threads;
    private volatile boolean over;

    LeavingClients(Stack stack, int clients) {
        this.stack = stack;
        this.threads = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            threads.submit(this::comeAndGo);
        }
    }

    /** How many exports had begun when their reader left. */
    long left() {
        return left.get();
    }

    private void comeAndGo() {
        var address = stack.address(PAYMENT);
        var request = "GET /v1/ledger-entries HTTP/1.1\r\nAccept: text/csv\r\nHost: " + address.getAuthority()
                + "\r\nAuthorization: Bearer " + stack.tokens().of(Cast.DELIVERY_AGENT) + "\r\n\r\n";
        while (!over) {
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                var beginning = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                if (beginning.endsWith("200")) {
                    left.incrementAndGet();
                }
            } catch (IOException refused) {
                // Nor does it come back at once when it is refused.
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
