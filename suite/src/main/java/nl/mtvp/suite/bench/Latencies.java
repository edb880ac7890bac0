package nl.mtvp.suite.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long many equal requests take, one after another. */
final class Latencies {

    private static final int WARM_UP = 100;

    private final long[] nanos;

    private Latencies(long[] nanos) {
        this.nanos = nanos;
        Arrays.sort(nanos);
    }

    /** @param request the number of the request; some go before, which do not count */
    static Latencies of(int requests, IntConsumer request) {
        for (int number = 0; number < WARM_UP; number++) {
            request.accept(number);
        }
        var nanos = new long[requests];
        for (int number = 0; number < requests; number++) {
            long began = System.nanoTime();
            request.accept(WARM_UP + number);
            nanos[number] = System.nanoTime() - began;
        }
        return new Latencies(nanos);
    }

    int count() {
        return nanos.length;
    }

    /** By the nearest rank. */
    double millis(int percentile) {
        int rank = (nanos.length * percentile + 99) / 100;
        return nanos[Math.max(1, rank) - 1] / 1e6;
    }

    String shown(int percentile) {
        return Benchmark.decimal("%.1f", millis(percentile));
    }
}
