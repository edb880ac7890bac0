package nl.mtvp.suite.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.stack.Stack;

/** Makes its data in a stack of its own, measures, and checks that the work was right. */
public abstract class Benchmark {

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    final Stack stack;
    final Api api;
    final Results results;
    private final Consumer<String> say;
    private boolean good = true;
    final List<String> sentences = new ArrayList<>();

    /** @param head of the table of its results, with bars between its columns */
    Benchmark(Stack stack, Consumer<String> say, String head) {
        this.stack = stack;
        this.api = stack.api();
        this.say = say;
        this.results = new Results(head.split("[|]"));
    }

    abstract void measure();

    /** The figures, as Markdown. */
    public String report() {
        return machine() + "\n\n" + results.table() + "\n" + String.join("\n", sentences);
    }

    /** True when what is required holds. */
    public final boolean run() {
        measure();
        return good;
    }

    final void say(String sentence) {
        say.accept(sentence);
    }

    final void require(boolean holds, String otherwise) {
        if (!holds) {
            good = false;
            say("NOT AS REQUIRED: " + otherwise);
        }
    }

    final void equal(String what, long expected, long actual) {
        require(expected == actual, what + ": " + actual + " where " + expected + " were expected");
    }

    /** How many times as long ours took as the other way: the last sentence. */
    final void ratio(String sentence, Duration ours, Duration other, double atMost) {
        double ratio = (double) ours.toMillis() / other.toMillis();
        sentences.add("");
        sentences.add(decimal(
                sentence + ": **ratio %.2f**, at most %.1f is required.",
                seconds(ours),
                seconds(other),
                ratio,
                atMost));
        require(ratio <= atMost, decimal("the ratio is %.2f", ratio));
    }

    /** What a figure was measured on; without it a figure says nothing. */
    static String machine() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
        return "Measured on %s: %d processors, %d GB of memory, Java %s; services, PostgreSQL and Keycloak on this one machine."
                .formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        memory / GIGABYTE,
                        Runtime.version().feature());
    }

    static String seconds(Duration duration) {
        return decimal("%.1f", duration.toMillis() / 1000.0);
    }

    /** Figures with a point, whatever the machine's language. */
    static String decimal(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
