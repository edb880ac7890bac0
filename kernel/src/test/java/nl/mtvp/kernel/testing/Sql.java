package nl.mtvp.kernel.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plain SQL past the service, for tests of what the database itself holds. */
public final class Sql {

    /** The role of the running service. */
    public static final String APP = "app";
    /** The role that owns the tables. */
    public static final String OWNER = "owner";

    private Sql() {}

    public static void execute(String role, String sql) throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = DriverManager.getConnection(url, role, role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
