package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Json.number;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.PAYMENT;
import static nl.mtvp.suite.identity.Cast.DELIVERED_FOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.stack.Stack;

/**
 * What an auditor asks of a large ledger (D47, D48, D53, D54): a practice's history, a balance as it was known, an
 * explanation, a file of a million entries, and whether the whole chain holds.
 */
public final class AuditBenchmark extends Benchmark {

    public static final String NAME = "audit";

    /** How often the memory is looked at. */
    private static final long EVERY_MILLIS = 100;

    public static final long ENTRIES = 10_000_000;

    private static final int REQUESTS = 300;
    private static final int MILLIS_MAX = 50;
    private static final long LINES_A_SECOND_MIN = 100_000;
    private static final long ENTRIES_A_SECOND_MIN = 500_000;
    private static final int HEAP_MAX = 256;
    private static final int BUFFER = 1 << 16;
    private static final long SEED = 48;

    private final Api.As auditor;
    private final LedgerMaker ledger;
    private final int practices;
    private final Random random = new Random(SEED);
    private final Results bulk = new Results("done", "entries", "seconds", "entries a second", "peak heap (MB)");

    /** @param entries about how many the ledger is to have */
    public AuditBenchmark(Stack stack, long entries, Consumer<String> say) {
        super(stack, say, "asked for|requests|rows|p50 (ms)|p95 (ms)|p99 (ms)");
        this.auditor = api.as("auditor");
        long contracts = entries / LedgerMaker.ENTRIES_PER_CONTRACT;
        // Rounded up: not fewer entries than asked for.
        this.practices = (int) (contracts / DELIVERED_FOR.size()) + 1;
        this.ledger = new LedgerMaker(stack, practices, say);
    }

    @Override
    void measure() {
        say("making a ledger of " + entries() + " entries: "
                + DELIVERED_FOR.size() + " insurers, " + practices + " practices, " + LedgerMaker.QUARTERS
                + " quarters");
        var began = Instant.now();
        ledger.make();
        say("done in " + Duration.between(began, Instant.now()).toSeconds() + " s");
        history();
        balance();
        explanation();
        export("text/csv", "exported as CSV");
        export("application/x-ndjson", "exported as NDJSON");
        verification();
    }

    @Override
    public String report() {
        return "%s%n%nA ledger of %,d entries: %d insurers, %,d practices, %d quarters, three causes.%n%n%s%n%s"
                .formatted(
                        machine(),
                        entries(),
                        DELIVERED_FOR.size(),
                        practices,
                        LedgerMaker.QUARTERS,
                        results.table(),
                        bulk.table());
    }

    private long entries() {
        return (long) practices * DELIVERED_FOR.size() * LedgerMaker.ENTRIES_PER_CONTRACT;
    }

    /** Of one practice, over twelve quarters and all insurers: two components and six parts for each of them. */
    private void history() {
        int rows = 12 * 6 * DELIVERED_FOR.size();
        var first = auditor.read(PAYMENT, ledger.historyOf(1));
        require(first.size() == rows, "the history has " + first.size() + " rows, not " + rows);
        measured(
                "a practice's history over 12 quarters, all insurers",
                rows,
                n -> auditor.text(PAYMENT, ledger.historyOf(practice())));
        measured(
                "the same with one insurer",
                rows / DELIVERED_FOR.size(),
                n -> auditor.text(PAYMENT, ledger.historyOf(practice()) + "&uzovi=" + insurer()));
    }

    /** As known when the quarter was paid and not yet corrected, and what was due and booked was the same. */
    private void balance() {
        var answer = auditor.read(PAYMENT, balanceOf(1, "9001"));
        require(answer.size() == 1, "there are " + answer.size() + " balances");
        var due = answer.path(0).path("due");
        require(due.size() > 0 && due.equals(answer.path(0).path("booked")), "due is not what is booked: " + answer);
        measured(
                "a balance as known at a past moment", 1, n -> auditor.text(PAYMENT, balanceOf(practice(), insurer())));
    }

    private String balanceOf(int practice, String uzovi) {
        return "/entitlements?quarter=2027-Q2&knownAt=2027-05-15T00:00:00Z&uzovi=" + uzovi + "&agb="
                + ledger.agb(practice);
    }

    private void explanation() {
        var lines = new ArrayList<String>();
        for (int practice = 1; practice <= Math.min(10, practices); practice++) {
            auditor.read(PAYMENT, ledger.historyOf(practice)).forEach(payment -> lines.add(text(payment, "lineId")));
        }
        measured(
                "an explanation",
                1,
                n -> auditor.text(PAYMENT, "/explanations/" + lines.get(random.nextInt(lines.size()))));
    }

    private void measured(String what, int rows, IntConsumer request) {
        say("asking for " + what);
        var latencies = Latencies.of(REQUESTS, request);
        results.row(what, latencies.count(), rows, latencies.shown(50), latencies.shown(95), latencies.shown(99));
        require(latencies.millis(95) <= MILLIS_MAX, what + " takes " + latencies.shown(95) + " ms");
    }

    /** All entries of one insurer, which are a tenth of the ledger. */
    private void export(String type, String what) {
        say("a file as " + type);
        long lines = entries() / DELIVERED_FOR.size();
        lines("/ledger-entries?uzovi=9001&quarter=2026-Q1", type);
        try (var footprint = Footprint.watching(stack, PAYMENT, EVERY_MILLIS)) {
            var began = System.nanoTime();
            long told = lines("/ledger-entries?uzovi=9001", type);
            bulk(what, lines, System.nanoTime() - began, LINES_A_SECOND_MIN, footprint.heapMegabytes());
            long expected = type.equals("text/csv") ? lines + 1 : lines;
            require(told == expected, "the file has " + told + " lines, not " + expected);
        }
    }

    /** How many a file has, read to its end. */
    private long lines(String path, String type) {
        return Io.get("the file broke off", () -> {
            try (var file = auditor.file(PAYMENT, path, type)) {
                var buffer = new byte[BUFFER];
                long lines = 0;
                for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                    for (int at = 0; at < read; at++) {
                        lines += buffer[at] == '\n' ? 1 : 0;
                    }
                }
                return lines;
            }
        });
    }

    private void verification() {
        say("verifying the whole chain");
        long verified = 0;
        try (var footprint = Footprint.watching(stack, PAYMENT, EVERY_MILLIS)) {
            var began = System.nanoTime();
            for (var uzovi : DELIVERED_FOR) {
                var answer = auditor.post(PAYMENT, "/postings/verifications", Map.of("uzovi", uzovi))
                        .expect(200)
                        .body();
                require(intact(answer), "the chain of " + uzovi + " does not hold: " + answer);
                verified += number(answer, "entries");
            }
            bulk("verified", verified, System.nanoTime() - began, ENTRIES_A_SECOND_MIN, footprint.heapMegabytes());
        }
        require(verified == entries(), verified + " entries were verified");
    }

    private static boolean intact(JsonNode answer) {
        return answer.path("intact").asBoolean() && answer.path("postings").asInt() == LedgerMaker.QUARTERS;
    }

    private void bulk(String what, long entries, long nanos, long atLeast, long heap) {
        long aSecond = Math.round(entries * 1e9 / nanos);
        bulk.row(what, entries, decimal("%.1f", nanos / 1e9), aSecond, heap);
        require(aSecond >= atLeast, what + ": " + aSecond + " a second");
        require(heap <= HEAP_MAX, what + ": " + heap + " MB of heap");
    }

    private int practice() {
        return 1 + random.nextInt(practices);
    }

    private String insurer() {
        return DELIVERED_FOR.get(random.nextInt(DELIVERED_FOR.size()));
    }
}
