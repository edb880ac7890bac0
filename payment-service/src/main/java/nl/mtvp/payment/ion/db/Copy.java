package nl.mtvp.payment.ion.db;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Consumer;
import nl.mtvp.kernel.db.Sql;
import org.postgresql.copy.CopyIn;

/** Rows that go to PostgreSQL in one stream, within the transaction. */
final class Copy {

    private static final int CHUNK = 1 << 16;

    private final CopyIn target;
    private final StringBuilder rows = new StringBuilder(CHUNK);

    private Copy(CopyIn target) {
        this.target = target;
    }

    /** @param table with its columns in parentheses */
    static void into(Sql sql, String table, Consumer<Copy> rows) {
        try {
            sql.copy(manager -> {
                var target = manager.copyIn("copy " + table + " from stdin");
                var copy = new Copy(target);
                rows.accept(copy);
                copy.flush();
                return target.endCopy();
            });
        } catch (SQLException failure) {
            throw new IllegalStateException("rows cannot be copied into " + table, failure);
        }
    }

    /** @param values numbers, identifiers, codes and the like: their text has no character that COPY would escape */
    void add(Object... values) {
        for (int at = 0; at < values.length; at++) {
            rows.append(at == 0 ? "" : "\t").append(values[at] == null ? "\\N" : values[at]);
        }
        rows.append('\n');
        if (rows.length() > CHUNK) {
            flush();
        }
    }

    private void flush() {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        try {
            target.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException failure) {
            throw new IllegalStateException("rows cannot be copied", failure);
        }
    }
}
