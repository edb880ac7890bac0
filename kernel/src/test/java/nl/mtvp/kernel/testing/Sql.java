package nl.mtvp.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plain SQL past the service, for tests of what the database itself holds. */
public final class Sql {

    /** The role of the running service. */
    public static final String APP = "app";
    /** The role that owns the tables. */
    public static final String OWNER = "owner";

    /** What the database answers when a role was not granted something. */
    public static final String NOT_GRANTED = "42501";
    /** What a table that only grows answers. */
    public static final String ONLY_GROWS = "23001";
    /** What a check constraint answers. */
    public static final String CHECKED = "23514";

    private Sql() {}

    public static void execute(String role, String sql) throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = DriverManager.getConnection(url, role, role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @throws AssertionError unless the database refuses it, with this state */
    public static void refused(String state, String role, String sql) {
        var refusal = assertThrows(SQLException.class, () -> execute(role, sql), sql + " as " + role);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }
}
