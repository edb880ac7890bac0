package nl.mtvp.suite.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.suite.common.Sql;
import nl.mtvp.suite.stack.Stack;
import org.postgresql.PGConnection;

/** The registrations of all insurers in one table of PostgreSQL, as somebody with psql and an afternoon would do it. */
final class HandWritten {

    private static final int BUFFER = 1 << 16;
    private static final List<String> SETTINGS = List.of(
            "server_version",
            "shared_buffers",
            "work_mem",
            "max_wal_size",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "max_parallel_workers_per_gather",
            "jit");

    private HandWritten() {}

    /**
     * @param settings of the cluster, and of this connection
     * @param repeated pseudonyms that stand there more than once
     * @param counts lines per practice
     */
    record Result(
            Duration copy,
            Duration duplicates,
            Duration count,
            Map<String, String> settings,
            long repeated,
            Map<String, Long> counts) {

        Duration total() {
            return copy.plus(duplicates).plus(count);
        }
    }

    static Result of(Stack stack, List<Path> files) {
        try (var connection = stack.scratchDatabase()) {
            Sql.execute(connection, "set work_mem = '1GB'");
            var settings = new TreeMap<String, String>();
            for (var setting : SETTINGS) {
                settings.put(setting, Sql.strings(connection, "show " + setting).get(0));
            }
            var began = Instant.now();
            Sql.execute(connection, "create table b(pseudonym uuid, agb char(8), registered_on date)");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var file : files) {
                try (var content = Files.newInputStream(file)) {
                    copy.copyIn("copy b from stdin with (format csv, header)", content, BUFFER);
                }
            }
            var copied = Instant.now();
            long repeated = Sql.strings(connection, "select pseudonym from b group by 1 having count(*) > 1")
                    .size();
            var found = Instant.now();
            var counts = new TreeMap<String, Long>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select agb, count(*) from b group by 1")) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return new Result(
                    Duration.between(began, copied),
                    Duration.between(copied, found),
                    Duration.between(found, Instant.now()),
                    settings,
                    repeated,
                    counts);
        } catch (SQLException failure) {
            throw new IllegalStateException("the hand-written way failed", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException("a delivery's file cannot be read", failure);
        }
    }
}
