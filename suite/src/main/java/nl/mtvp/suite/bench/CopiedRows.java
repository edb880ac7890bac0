package nl.mtvp.suite.bench;

import static nl.mtvp.suite.bench.Benchmark.seconds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.common.Sql;
import org.postgresql.PGConnection;

/**
 * What a run wrote, written once more by {@code COPY} alone: the very same rows, into equal tables with the same columns,
 * keys, indexes, constraints, foreign keys and triggers, which hold everything that was there before the run. Less than
 * this nothing that keeps these rows can take.
 */
final class CopiedRows {

    /** The tables, each after those that its rows refer to, with the rows that a run wrote. */
    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    static {
        WRITTEN.put("payment_line", "run_id = '%s'");
        // Joined: as "in" within a "not" it may be looked through once for each row.
        WRITTEN.put(
                "payment_part", "exists (select from public.payment_line l where l.id = line_id and l.run_id = '%s')");
        WRITTEN.put(
                "ledger_entry", "exists (select from public.posting p where p.id = posting_id and p.run_id = '%s')");
        WRITTEN.put("posting", "run_id is not distinct from '%s'");
    }

    private final Connection connection;
    private final Path folder;
    private final String run;

    CopiedRows(Connection connection, Path folder, String run) {
        this.connection = connection;
        this.folder = folder;
        this.run = run;
    }

    /** @param perTable rows and seconds of each table */
    record Result(Duration took, List<String> perTable) {}

    Result copied() {
        try {
            Files.createDirectories(folder);
            build();
            for (var table : WRITTEN.keySet()) {
                export(table);
            }
            Sql.execute(connection, "checkpoint");
            return timed();
        } catch (SQLException failure) {
            throw new IllegalStateException("the same rows cannot be copied", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("the rows' files cannot be written", failure);
        }
    }

    private Result timed() throws SQLException, IOException {
        var perTable = new ArrayList<String>();
        connection.setAutoCommit(false);
        var began = Instant.now();
        for (var table : WRITTEN.keySet()) {
            var begun = Instant.now();
            long copied = copyIn(table);
            perTable.add("%s %,d in %s s".formatted(table, copied, seconds(Duration.between(begun, Instant.now()))));
        }
        connection.commit();
        var took = Duration.between(began, Instant.now());
        connection.setAutoCommit(true);
        return new Result(took, perTable);
    }

    private void build() throws SQLException {
        Sql.execute(connection, "drop schema if exists mirror cascade", "create schema mirror");
        for (var table : WRITTEN.keySet()) {
            Sql.execute(connection, "create table mirror." + table + " (like public." + table + " including all)");
            for (var trigger : of(
                    table, "select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgrelid = %s")) {
                Sql.execute(connection, trigger.replace(" ON public.", " ON mirror."));
            }
        }
        for (var written : WRITTEN.entrySet()) {
            var columns = columns(written.getKey());
            var before = "insert into mirror.%1$s (%2$s) select %2$s from public.%1$s where not (%3$s)";
            var after = written.getValue().formatted(run);
            Sql.execute(connection, before.formatted(written.getKey(), columns, after));
        }
        for (var table : WRITTEN.keySet()) {
            for (var key : of(
                    table,
                    "select pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and conrelid = %s")) {
                Sql.execute(connection, "alter table mirror." + table + " add " + mirrored(key));
            }
            Sql.execute(connection, "vacuum analyze mirror." + table);
        }
    }

    /** A foreign key to one of the tables is one to its mirror. */
    private static String mirrored(String key) {
        var mirrored = key;
        for (var table : WRITTEN.keySet()) {
            mirrored = mirrored.replace("REFERENCES " + table + "(", "REFERENCES mirror." + table + "(");
        }
        return mirrored;
    }

    private void export(String table) throws SQLException, IOException {
        var sql = "copy (select " + columns(table) + " from public." + table + " where "
                + WRITTEN.get(table).formatted(run) + ") to stdout";
        try (var file = Files.newOutputStream(folder.resolve(table))) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, file);
        }
    }

    private long copyIn(String table) throws SQLException, IOException {
        var sql = "copy mirror." + table + " (" + columns(table) + ") from stdin";
        try (var file = Files.newInputStream(folder.resolve(table))) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, file, 1 << 16);
        }
    }

    /** Those that are written: the generated ones are not. */
    private String columns(String table) throws SQLException {
        var written = "select attname from pg_attribute where attnum > 0 and not attisdropped and attgenerated = '' and"
                + " attrelid = %s order by attnum";
        return String.join(", ", of(table, written));
    }

    /** What the catalogue tells of a table. */
    private List<String> of(String table, String query) throws SQLException {
        return Sql.strings(connection, query.formatted("'public." + table + "'::regclass"));
    }
}
