package nl.mtvp.suite.bench;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Service.PAYMENT;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import nl.mtvp.suite.common.Answer;
import nl.mtvp.suite.common.Sql;
import nl.mtvp.suite.common.StoryFailure;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.stack.Stack;

/**
 * A tariff revision of twelve booked quarters (D37, D43, D46, D48): every line of every quarter is a difference, which is
 * computed, approved, posted and sealed; and beside it a {@code COPY} of the rows that it wrote.
 */
public final class RunBenchmark extends Benchmark {

    public static final String NAME = "run";

    /** How often the memory is looked at. */
    private static final long EVERY_MILLIS = 500;

    /** When a stack for this begins: the quarter's peildatum is reached. */
    public static final Instant BEGINS_AT = Instant.parse("2026-01-12T08:00:00Z");

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

    private final int contracts;

    /** @param contracts of the larger insurer; the smaller has a tenth */
    public RunBenchmark(Stack stack, int contracts, Consumer<String> say) {
        super(stack, say, "contracts|what|lines|computed (s)|posted and sealed (s)|together (s)|peak heap (MB)");
        this.contracts = contracts;
    }

    private record Done(String id, Duration took) {}

    @Override
    void measure() {
        try (var connection = stack.superuser(PAYMENT)) {
            int tenth = contracts / TENTH;
            say("writing the facts of " + contracts + " and of " + tenth + " contracts");
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
        } catch (SQLException failure) {
            throw new IllegalStateException("the benchmark's own statements failed", failure);
        }
    }

    private static String difference() {
        return new BigDecimal(AFTER).subtract(new BigDecimal(BEFORE)).toString();
    }

    private void tariff(String uzovi, String euro) {
        var tariff = Map.ofEntries(
                entry("uzovi", uzovi),
                entry("validFrom", Agreed.FIRST.toString()),
                entry("euroPerIonPerQuarter", euro),
                entry("ground", "benchmark"));
        var id = api.as("buyer-" + uzovi).make(PAYMENT, "/tariffs", tariff).text("id");
        api.as("approver-" + uzovi).make(PAYMENT, "/tariffs/" + id + "/approvals");
    }

    /** A run from its request to its seal. */
    private Done booked(Connection connection, String uzovi, int contracts, String what, String perIon)
            throws SQLException {
        Sql.execute(connection, "vacuum analyze payment_line, payment_part, ledger_entry", "checkpoint");
        say(what + " of " + contracts + " contracts");
        try (var footprint = Footprint.watching(stack, PAYMENT, EVERY_MILLIS)) {
            var began = Instant.now();
            var id = api.as("buyer-" + uzovi)
                    .make(PAYMENT, "/payment-runs", Map.of("uzovi", uzovi, "quarter", QUARTER))
                    .text("id");
            var draft = await(uzovi, id, "DRAFT");
            var computed = Instant.now();
            var approval = Map.of("proposalHash", draft.text("proposalHash"));
            api.as("approver-" + uzovi).make(PAYMENT, "/payment-runs/" + id + "/approvals", approval);
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
            say("%,d lines in %s s".formatted(lines, seconds(took)));
            require(footprint.heapMegabytes() <= HEAP_MAX, "the heap grew to " + footprint.heapMegabytes() + " MB");
            return new Done(id, took);
        }
    }

    private Answer await(String uzovi, String id, String state) {
        var buyer = api.as("buyer-" + uzovi);
        return Waiting.until(
                "run " + id + " becoming " + state,
                PATIENCE,
                PAUSE_MILLIS,
                () -> unbroken(buyer.get(PAYMENT, "/payment-runs/" + id).expect(200)),
                run -> run.text("state").equals(state));
    }

    private static Answer unbroken(Answer run) {
        if (run.body().path("failedAttempts").asInt() > 0) {
            throw new StoryFailure("run " + run.text("id") + " failed: " + run.text("lastFailure"));
        }
        return run;
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
        sentences.add(decimal(
                "Ten times the contracts take %.2f times ten times as long; at most %.1f is required.",
                growth, GROWTH_MAX));
        require(growth <= GROWTH_MAX, decimal("the growth is %.2f", growth));
    }

    private void compare(Connection connection, Done run) {
        say("the same rows by COPY");
        var copy = new CopiedRows(connection, stack.folder().root().resolve("rows"), run.id()).copied();
        sentences.add("");
        sentences.add("COPY of the same rows into equal tables: " + String.join(", ", copy.perTable())
                + "; with the commit " + seconds(copy.took()) + " s.");
        ratio("The run %s s against %s s", run.took(), copy.took(), RATIO_MAX);
    }
}
