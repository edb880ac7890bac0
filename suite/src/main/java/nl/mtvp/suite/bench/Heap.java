package nl.mtvp.suite.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The heap of a service while something goes on, by its own metrics, looked at ten times a second. */
final class Heap implements AutoCloseable {

    private static final long EVERY_MILLIS = 100;
    private static final long MEGABYTE = 1024 * 1024;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;
    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    private Heap(URI metrics) {
        this.metrics = metrics;
    }

    /** One that looks only when it is asked. */
    static Heap of(URI service) {
        return new Heap(service.resolve("/q/metrics"));
    }

    static Heap watching(URI service) {
        var heap = of(service);
        heap.look();
        heap.watch.scheduleWithFixedDelay(heap::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return heap;
    }

    private void look() {
        peak.accumulateAndGet(used(), Math::max);
    }

    /** In bytes. */
    long used() {
        return of("jvm_memory_used_bytes");
    }

    long peakMegabytes() {
        look();
        return peak.get() / MEGABYTE;
    }

    private long of(String metric) {
        try {
            var answer = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
            return sum(answer.body(), metric);
        } catch (IOException failure) {
            throw new UncheckedIOException("the service's metrics cannot be read", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Over the pools of the heap, in the exposition format of Prometheus. */
    static long sum(String exposition, String metric) {
        return exposition
                .lines()
                .filter(line -> line.startsWith(metric + "{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
