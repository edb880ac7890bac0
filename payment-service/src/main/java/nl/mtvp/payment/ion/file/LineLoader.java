package nl.mtvp.payment.ion.file;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nl.mtvp.payment.ion.domain.RegistrationLine;
import org.duckdb.DuckDBAppender;

/**
 * Takes lines into a table of DuckDB, in their order: while one batch goes in, the next is filled by whoever reads them.
 */
final class LineLoader {

    private static final int BATCH = 1 << 14;

    private final DuckDBAppender appender;
    private Batch filling = new Batch();
    private Batch spare = new Batch();
    private CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);

    /** @param appender to a table of pseudonym, AGB as a number, and date of registration */
    LineLoader(DuckDBAppender appender) {
        this.appender = appender;
    }

    void add(RegistrationLine line) {
        filling.add(line);
        if (filling.size == BATCH) {
            load();
        }
    }

    /** All lines are in the table. */
    void finish() throws SQLException {
        load();
        await();
        appender.close();
    }

    /** Nothing touches the table any more. */
    void stop() {
        loading.exceptionally(failedAlready -> null).join();
    }

    private void load() {
        await();
        var batch = filling;
        filling = spare;
        spare = batch;
        loading = CompletableFuture.runAsync(() -> batch.moveTo(appender));
    }

    private void await() {
        try {
            loading.join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("DuckDB does not take the lines", failure.getCause());
        }
    }

    /** The values of some lines, in columns. */
    private static final class Batch {

        private final UUID[] pseudonyms = new UUID[BATCH];
        private final int[] agbs = new int[BATCH];
        private final int[] days = new int[BATCH];
        private int size;

        void add(RegistrationLine line) {
            pseudonyms[size] = line.pseudonym();
            agbs[size] = line.agb();
            days[size] = (int) line.registeredOn();
            size++;
        }

        void moveTo(DuckDBAppender appender) {
            try {
                for (int at = 0; at < size; at++) {
                    appender.beginRow();
                    appender.append(pseudonyms[at]);
                    appender.append(agbs[at]);
                    appender.appendEpochDays(days[at]);
                    appender.endRow();
                }
                size = 0;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
