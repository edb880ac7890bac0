package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Json.number;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.PAYMENT;
import static nl.mtvp.suite.identity.Cast.DELIVERED_FOR;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.identity.Cast;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.DeliveryFile.Written;
import nl.mtvp.suite.story.Upload;

/**
 * The whole country's registrations, one delivery per insurer (D38, D39), from the last byte uploaded to counts committed;
 * and beside it, on the same PostgreSQL, the same files in one table and the two questions that a delivery answers.
 */
public final class IonBenchmark extends Benchmark {

    public static final String NAME = "ion";

    /** How often the memory is looked at. */
    private static final long EVERY_MILLIS = 500;

    /** When a stack for this begins. */
    public static final Instant BEGINS_AT = Instant.parse("2023-07-03T07:00:00Z");

    public static final int LINES = 17_000_000;

    private static final double RATIO_MAX = 0.5;
    private static final int HEAP_MAX = 512;
    private static final int DUCKDB_MAX = 2_048;
    private static final String PEILDATUM = "2023-07-01";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Nothing is asked for so long: asking takes processors from what is measured. */
    private static final long QUIET_MILLIS = 500;

    private static final long PAUSE_MILLIS = 50;

    private final Api.As agent;
    private final int lines;

    /** @param lines of all deliveries together */
    public IonBenchmark(Stack stack, int lines, Consumer<String> say) {
        super(stack, say, "insurer|lines|accepted|refused|duplicates|seconds");
        this.agent = api.as(Cast.DELIVERY_AGENT);
        this.lines = lines;
    }

    @Override
    void measure() {
        var files = write(new Registrations(lines / DELIVERED_FOR.size()));
        var total = Duration.ZERO;
        try (var footprint = Footprint.watching(stack, PAYMENT, EVERY_MILLIS)) {
            for (int at = 0; at < files.size(); at++) {
                total = total.plus(deliver(DELIVERED_FOR.get(at), files.get(at)));
            }
            memory(footprint);
        }
        verifyConflicts(lines / DELIVERED_FOR.size());
        results.row("all", files.stream().mapToLong(Written::rows).sum(), "", "", "", seconds(total));
        compare(total, files);
    }

    private List<Written> write(Registrations registrations) {
        say("writing the files");
        var folder = stack.folder().root().resolve("deliveries");
        Io.run("the deliveries' folder cannot be made", () -> Files.createDirectories(folder));
        var files = new ArrayList<Written>();
        for (int insurer = 0; insurer < DELIVERED_FOR.size(); insurer++) {
            files.add(registrations.write(folder.resolve(DELIVERED_FOR.get(insurer) + ".csv"), insurer));
        }
        return files;
    }

    private Duration deliver(String uzovi, Written file) {
        var id = Upload.announce(agent, uzovi, PEILDATUM, file);
        Upload.bytes(agent, id, file.path());
        var began = Instant.now();
        Upload.complete(agent, id, file.path());
        Waiting.pause("a delivery", QUIET_MILLIS);
        var done = Upload.finished(agent, id, PATIENCE, PAUSE_MILLIS);
        var took = Duration.between(began, Instant.now());
        say("%s: %,d lines in %s s".formatted(uzovi, file.rows(), seconds(took)));
        equal(uzovi + ": accepted", file.accepted(), number(done, "accepted"));
        equal(uzovi + ": refused", file.refused(), number(done, "refused"));
        equal(uzovi + ": duplicates", file.duplicates(), number(done, "duplicates"));
        var counts = new TreeMap<String, Long>();
        agent.all(PAYMENT, "/ion-deliveries/" + id + "/counts")
                .forEach(count -> counts.put(text(count, "agb"), number(count, "ion")));
        require(counts.equals(file.ion()), uzovi + ": the counts per practice are other ones");
        results.row(uzovi, file.rows(), file.accepted(), file.refused(), file.duplicates(), seconds(took));
        return took;
    }

    private void memory(Footprint footprint) {
        sentences.add(
                "Memory of payment-service at its peak: %d MB of heap in use (at most %d), and besides it %d MB resident, DuckDB's included (at most %d)."
                        .formatted(footprint.heapMegabytes(), HEAP_MAX, footprint.besidesHeapMegabytes(), DUCKDB_MAX));
        require(footprint.heapMegabytes() <= HEAP_MAX, "the heap grew to " + footprint.heapMegabytes() + " MB");
        require(
                footprint.besidesHeapMegabytes() <= DUCKDB_MAX,
                "DuckDB and the rest of the process grew to " + footprint.besidesHeapMegabytes() + " MB");
    }

    private void verifyConflicts(int perInsurer) {
        for (var uzovi : DELIVERED_FOR) {
            equal(
                    uzovi + ": patients whom another insurer has too",
                    Registrations.conflicts(perInsurer),
                    agent.all(PAYMENT, "/ion-conflicts?uzovi=" + uzovi).size());
        }
    }

    private void compare(Duration service, List<Written> files) {
        say("the hand-written way");
        var hand = HandWritten.of(stack, files.stream().map(Written::path).toList());
        equal(
                "lines in the table",
                files.stream().mapToLong(Written::rows).sum(),
                hand.counts().values().stream().mapToLong(Long::longValue).sum());
        sentences.add("");
        sentences.add("By hand: COPY %s s, pseudonyms that stand there twice (%,d) %s s, counts %s s, together %s s."
                .formatted(
                        seconds(hand.copy()),
                        hand.repeated(),
                        seconds(hand.duplicates()),
                        seconds(hand.count()),
                        seconds(hand.total())));
        sentences.add("PostgreSQL: " + hand.settings() + ".");
        ratio("Deliveries %s s against %s s by hand", service, hand.total(), RATIO_MAX);
    }
}
