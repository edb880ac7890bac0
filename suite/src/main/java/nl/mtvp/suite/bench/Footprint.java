package nl.mtvp.suite.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.stack.Stack;

/**
 * What a service holds in memory while something goes on, looked at again and again: its heap by its own metrics, and
 * besides it everything else that the operating system counts for the process. DuckDB is in the latter, so it never held
 * more than that.
 */
final class Footprint implements AutoCloseable {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;
    private final Path status;
    private final AtomicLong heapPeak = new AtomicLong();
    private final AtomicLong besidesPeak = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    private Footprint(URI metrics, Path status) {
        this.metrics = metrics;
        this.status = status;
    }

    static Footprint watching(Stack stack, Service service, long everyMillis) {
        var footprint = new Footprint(
                stack.management(service).resolve("/q/metrics"),
                Path.of("/proc", Long.toString(stack.process(service).pid()), "status"));
        footprint.look();
        footprint.watch.scheduleWithFixedDelay(footprint::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return footprint;
    }

    private void look() {
        long resident = resident();
        long used = used();
        heapPeak.accumulateAndGet(used, Math::max);
        besidesPeak.accumulateAndGet(resident - used, Math::max);
    }

    private long resident() {
        return Io.get("the memory of the service's process cannot be read", () -> Files.readAllLines(status)).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                .findFirst()
                .orElseThrow();
    }

    private long used() {
        return Io.get("the service's metrics cannot be read", () -> {
            var answer = Io.answer(http, HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
            return heap(answer.body(), "jvm_memory_used_bytes");
        });
    }

    /** Over the pools of the heap, in the exposition format of Prometheus. */
    static long heap(String exposition, String metric) {
        return exposition
                .lines()
                .filter(line -> line.startsWith(metric + "{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    long heapMegabytes() {
        return heapPeak.get() / MEGABYTE;
    }

    /** Resident memory without the heap that is in use. */
    long besidesHeapMegabytes() {
        return besidesPeak.get() / MEGABYTE;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
