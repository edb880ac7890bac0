package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Service.PAYMENT;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.stack.Stack;

/** Readers of payment-service's feed, all of whom wait for an event that does not come, again and again. */
final class WaitingClients implements AutoCloseable {

    private final HttpClient http = Io.http();
    private final Stack stack;
    private final CompletableFuture<?>[] waiting;
    private volatile boolean over;

    WaitingClients(Stack stack, int readers) {
        this.stack = stack;
        this.waiting = new CompletableFuture<?>[readers];
    }

    void begin() {
        for (int reader = 0; reader < waiting.length; reader++) {
            read(reader);
        }
    }

    private void read(int reader) {
        var request = HttpRequest.newBuilder(URI.create(stack.address(PAYMENT) + "/v1/events?timeout=20000"))
                .header(
                        "Authorization",
                        "Bearer " + stack.tokens().of(reader % 2 == 0 ? "contract-service" : "payment-service"))
                .build();
        waiting[reader] = http.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, broken) -> {
            if (!over && broken == null) {
                read(reader);
            }
        });
    }

    @Override
    public void close() {
        over = true;
        for (var reader : waiting) {
            reader.cancel(true);
        }
    }
}
