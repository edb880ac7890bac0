package nl.mtvp.suite.bench;

import static nl.mtvp.suite.common.Service.PAYMENT;
import static nl.mtvp.suite.identity.Cast.DELIVERED_FOR;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.common.Sql;
import nl.mtvp.suite.stack.Stack;

/**
 * Many years of ten insurers' books, made by SQL in payment-service's own database: facts, runs with lines and parts,
 * entries, and a chain of seals that holds. Each quarter is paid, and corrected a quarter later for a new count and a new
 * tariff.
 */
public final class LedgerMaker {

    /** When everything that is made is past. */
    public static final Instant BEGINS_AT = Instant.parse("2031-12-01T07:00:00Z");

    static final int QUARTERS = 34;
    /** Two components when a quarter is paid, two causes of each when it is corrected; the last is not corrected. */
    static final int ENTRIES_PER_CONTRACT = 2 * QUARTERS + 4 * (QUARTERS - 1);

    private static final int AT_ONCE = 2;
    private static final String AS_IF_COPIED =
            "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB';"
                    + " set timezone = 'UTC';";

    private final Stack stack;
    private final int practices;
    private final Consumer<String> say;

    LedgerMaker(Stack stack, int practices, Consumer<String> say) {
        this.stack = stack;
        this.practices = practices;
        this.say = say;
    }

    String agb(int practice) {
        return "%08d".formatted(1_000_000 + practice);
    }

    /** What asks for the history of a practice over twelve quarters. */
    String historyOf(int practice) {
        return "/payments?limit=1000&quarterFrom=2026-Q1&quarterUntil=2028-Q4&agb=" + agb(practice);
    }

    void make() {
        execute(script("ledger-common.sql", Map.of("quarters", QUARTERS)));
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletableFuture.allOf(IntStream.rangeClosed(1, DELIVERED_FOR.size())
                            .mapToObj(insurer -> CompletableFuture.runAsync(() -> makeInsurer(insurer), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdownNow();
        }
        execute("drop schema bench cascade");
        say.accept("looking through what was made");
        execute("vacuum (freeze, analyze)");
        execute("checkpoint");
    }

    private void makeInsurer(int insurer) {
        var uzovi = DELIVERED_FOR.get(insurer - 1);
        execute(script("ledger-insurer.sql", Map.of("insurer", insurer, "uzovi", uzovi, "practices", practices)));
        say.accept("made the books of " + uzovi);
    }

    private void execute(String sql) {
        try (var connection = stack.superuser(PAYMENT)) {
            Sql.execute(connection, AS_IF_COPIED, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("the ledger could not be made: " + failure.getMessage(), failure);
        }
    }

    private static String script(String name, Map<String, ?> values) {
        var sql = Io.resource("/bench/" + name);
        for (var value : values.entrySet()) {
            sql = sql.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return sql;
    }
}
