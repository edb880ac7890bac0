package nl.mtvp.suite.bench;

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
 * What a service holds in memory while something goes on, looked at twice a second: its heap by its own metrics, and
 * besides it everything else that the operating system counts for the process. DuckDB is in the latter, so it never held
 * more than that.
 */
final class Footprint implements AutoCloseable {

    private static final long EVERY_MILLIS = 500;
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final Heap heap;
    private final Path status;
    private final AtomicLong heapPeak = new AtomicLong();
    private final AtomicLong besidesPeak = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    private Footprint(Heap heap, Path status) {
        this.heap = heap;
        this.status = status;
    }

    static Footprint watching(Stack stack, Service service) {
        var footprint = new Footprint(
                Heap.of(stack.management(service)),
                Path.of("/proc", Long.toString(stack.process(service).pid()), "status"));
        footprint.look();
        footprint.watch.scheduleWithFixedDelay(footprint::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return footprint;
    }

    private void look() {
        long resident = resident();
        long used = heap.used();
        heapPeak.accumulateAndGet(used, Math::max);
        besidesPeak.accumulateAndGet(resident - used, Math::max);
    }

    private long resident() {
        var lines = Io.get("the memory of the service's process cannot be read", () -> Files.readAllLines(status));
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
                .findFirst()
                .orElseThrow();
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
