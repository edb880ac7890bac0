package nl.mtvp.suite.bench;

import static nl.mtvp.suite.bench.CopiedRows.seconds;
import static nl.mtvp.suite.stack.Service.PAYMENT;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.Answer;
import nl.mtvp.suite.story.Api;
import nl.mtvp.suite.story.StoryFailure;

/**
 * A tariff revision of twelve booked quarters (D37, D43, D46, D48): every line of every quarter is a difference, which is
 * computed, approved, posted and sealed; and beside it a {@code COPY} of the rows that it wrote.
 */
public final class RunBenchmark {

    public static final String NAME = "run";
    public static final int CONTRACTS = 50_000;

    private static final int TENTH = 10;
    private static final double RATIO_MAX = 2;
    private static final double GROWTH_MAX = 1.2;
    private static final int HEAP_MAX = 512;
    private static final String SMALL = "7095";
    private static final String LARGE = "3311";
    private static final String QUARTER = "2026-Q1";
    private static final String BEFORE = "2.88";
    private static final String AFTER = "2.95";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long PAUSE_MILLIS = 50;

    private final Stack stack;
    private final Api api;
    private final Consumer<String> say;
    private final Results results = new Results(
            "contracts", "what", "lines", "computed (s)", "posted and sealed (s)", "together (s)", "peak heap (MB)");
    private final List<String> sentences = new ArrayList<>();
    private boolean good = true;

    public RunBenchmark(Stack stack, Consumer<String> say) {
        this.stack = stack;
        this.api = new Api(stack::address, stack.tokens());
        this.say = say;
    }

    /** When a stack for this begins: the quarter's peildatum is reached. */
    public static Instant beginsAt() {
        return Instant.parse("2026-01-12T08:00:00Z");
    }

    private record Done(String id, Duration took) {}

    /** True when what is required holds. */
    public boolean run(int contracts) {
        try (var connection = stack.superuser(PAYMENT)) {
            int tenth = contracts / TENTH;
            say.accept("writing the facts of " + contracts + " and of " + tenth + " contracts");
            Agreed.write(connection, SMALL, tenth);
            Agreed.write(connection, LARGE, contracts);
            tariff(SMALL, BEFORE);
            tariff(LARGE, BEFORE);
            booked(connection, SMALL, tenth, "12 quarters, first booking", BEFORE);
            booked(connection, LARGE, contracts, "12 quarters, first booking", BEFORE);
            tariff(SMALL, AFTER);
            tariff(LARGE, AFTER);
            var revision = "revision of 12 quarters";
            var small = booked(connection, SMALL, tenth, revision, difference());
            var large = booked(connection, LARGE, contracts, revision, difference());
            growth(small.took(), large.took());
            compare(connection, large);
            return good;
        } catch (SQLException failure) {
            throw new IllegalStateException("the benchmark's own statements failed", failure);
        }
    }

    public String report() {
        return "%s%n%n%s%n%s".formatted(Machine.sentence(), results.table(), String.join("\n", sentences));
    }

    private static String difference() {
        return new BigDecimal(AFTER).subtract(new BigDecimal(BEFORE)).toString();
    }

    private void tariff(String uzovi, String euro) {
        var id = api.as("buyer-" + uzovi)
                .post(
                        PAYMENT,
                        "/tariffs",
                        Map.of(
                                "uzovi",
                                uzovi,
                                "validFrom",
                                Agreed.FIRST.toString(),
                                "euroPerIonPerQuarter",
                                euro,
                                "ground",
                                "benchmark"))
                .expect(201)
                .text("id");
        api.as("approver-" + uzovi)
                .post(PAYMENT, "/tariffs/" + id + "/approvals")
                .expect(201);
    }

    /** A run from its request to its seal. */
    private Done booked(Connection connection, String uzovi, int contracts, String what, String perIon)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze payment_line, payment_part, ledger_entry");
            statement.execute("checkpoint");
        }
        say.accept(what + " of " + contracts + " contracts");
        try (var footprint = Footprint.watching(stack, PAYMENT)) {
            var began = Instant.now();
            var id = api.as("buyer-" + uzovi)
                    .post(PAYMENT, "/payment-runs", Map.of("uzovi", uzovi, "quarter", QUARTER))
                    .expect(201)
                    .text("id");
            var draft = await(uzovi, id, "DRAFT");
            var computed = Instant.now();
            api.as("approver-" + uzovi)
                    .post(
                            PAYMENT,
                            "/payment-runs/" + id + "/approvals",
                            Map.of("proposalHash", draft.text("proposalHash")))
                    .expect(201);
            var posted = await(uzovi, id, "POSTED");
            var sealed = Instant.now();
            var took = Duration.between(began, sealed);
            verify(connection, uzovi, contracts, posted, perIon);
            int lines = contracts * Agreed.QUARTERS;
            results.row(
                    contracts,
                    what,
                    lines,
                    seconds(Duration.between(began, computed)),
                    seconds(Duration.between(computed, sealed)),
                    seconds(took),
                    footprint.heapMegabytes());
            say.accept("%,d lines in %s s".formatted(lines, seconds(took)));
            require(footprint.heapMegabytes() <= HEAP_MAX, "the heap grew to " + footprint.heapMegabytes() + " MB");
            return new Done(id, took);
        }
    }

    private Answer await(String uzovi, String id, String state) {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            var run =
                    api.as("buyer-" + uzovi).get(PAYMENT, "/payment-runs/" + id).expect(200);
            if (run.text("state").equals(state)) {
                return run;
            }
            if (run.body().path("failedAttempts").asInt() > 0) {
                throw new StoryFailure("run " + id + " failed: " + run.text("lastFailure"));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StoryFailure("stopped while waiting for a run", stopped);
            }
        }
        throw new StoryFailure("run " + id + " was not " + state + " within " + PATIENCE.toMinutes() + " min");
    }

    private void verify(Connection connection, String uzovi, int contracts, Answer run, String perIon)
            throws SQLException {
        var due = new BigDecimal(perIon).multiply(BigDecimal.valueOf(Agreed.ion(connection, uzovi)));
        require(due.compareTo(new BigDecimal(run.text("total"))) == 0, "the run comes to " + run.text("total"));
        int lines = run.body().path("lines").asInt();
        require(lines == contracts * Agreed.QUARTERS, "the run has " + lines + " lines");
        var chain = api.as("buyer-" + uzovi)
                .post(PAYMENT, "/postings/verifications", Map.of("uzovi", uzovi))
                .expect(200);
        require(chain.body().path("intact").asBoolean(), "the chain of " + uzovi + " is broken: " + chain.body());
    }

    private void growth(Duration small, Duration large) {
        double growth = (double) large.toMillis() / (TENTH * small.toMillis());
        sentences.add(String.format(
                Locale.ROOT,
                "Ten times the contracts take %.2f times ten times as long; at most %.1f is required.",
                growth,
                GROWTH_MAX));
        require(growth <= GROWTH_MAX, String.format(Locale.ROOT, "the growth is %.2f", growth));
    }

    private void compare(Connection connection, Done run) {
        say.accept("the same rows by COPY");
        var copy = new CopiedRows(connection, stack.folder().root().resolve("rows"), run.id()).copied();
        double ratio = (double) run.took().toMillis() / copy.took().toMillis();
        sentences.add("");
        sentences.add("COPY of the same rows into equal tables: " + String.join(", ", copy.perTable())
                + "; with the commit " + seconds(copy.took()) + " s.");
        sentences.add("");
        sentences.add(String.format(
                Locale.ROOT,
                "The run %s s against %s s: **ratio %.2f**, at most %.1f is required.",
                seconds(run.took()),
                seconds(copy.took()),
                ratio,
                RATIO_MAX));
        require(ratio <= RATIO_MAX, String.format(Locale.ROOT, "the ratio is %.2f", ratio));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            good = false;
            say.accept("NOT AS REQUIRED: " + otherwise);
        }
    }
}
