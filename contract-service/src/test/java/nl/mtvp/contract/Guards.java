package nl.mtvp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.Sql;

/** What the database itself refuses, past the service and even to the owner of the tables: the second lock of a rule. */
public final class Guards {

    private Guards() {}

    /** @throws AssertionError unless the constraint of this name, and no other, refuses the statement */
    public static void refused(String constraint, String sql) {
        var refusal = assertThrows(SQLException.class, () -> Sql.execute(Sql.OWNER, sql), constraint + ": " + sql);
        assertEquals(constraint, Violations.constraint(refusal).orElse(refusal.getMessage()), sql);
    }

    /**
     * Refuses copies of a row that would be fine but for these changes.
     *
     * @param row the table, and the condition that finds the row
     * @param changes like {@code id=new, closed_at=null}
     */
    public static void refusedCopy(String constraint, Row row, String... changes) {
        for (var change : changes) {
            refused(constraint, row.copy(change));
        }
    }

    /** A row of the database. */
    public record Row(String table, String condition) {

        public static Row of(String table, String id) {
            return new Row(table, "id = '" + id + "'");
        }

        String copy(String changes) {
            var overridden = Arrays.stream(changes.split(", "))
                    .map(change -> change.split("=", 2))
                    .map(change -> '"' + change[0] + "\": " + json(change[1]))
                    .collect(Collectors.joining(", ", "{", "}"));
            return "insert into " + table + " overriding system value select (jsonb_populate_record(r, '" + overridden
                    + "')).* from " + table + " r where " + condition;
        }

        private static String json(String value) {
            return switch (value) {
                case "null" -> "null";
                case "new" -> '"' + UUID.randomUUID().toString() + '"';
                default -> '"' + value.replace("\\", "\\\\") + '"';
            };
        }
    }
}
