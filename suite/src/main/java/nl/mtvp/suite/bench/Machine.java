package nl.mtvp.suite.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;

/** What a figure was measured on; without it a figure says nothing. */
final class Machine {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    private Machine() {}

    static String sentence() {
        return "Measured on %s: %d processors, %d GB of memory, Java %s; services, PostgreSQL and Keycloak on this one machine."
                .formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        memory() / GIGABYTE,
                        Runtime.version().feature());
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
    }
}
