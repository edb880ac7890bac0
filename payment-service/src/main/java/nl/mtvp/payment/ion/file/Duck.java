package nl.mtvp.payment.ion.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Opens DuckDB for one piece of work: in memory up to its limit, and in a folder beyond it. */
final class Duck {

    private Duck() {}

    /** @param spill a folder for what does not fit in memory */
    static Connection open(EvidenceConfig config, Path spill) throws SQLException {
        var duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        try (var statement = duck.createStatement()) {
            statement.execute("set memory_limit = '" + config.memoryLimit() + "'");
            statement.execute("set threads = " + config.threads());
            statement.execute("set temp_directory = '" + quoted(spill) + "'");
            return duck;
        } catch (SQLException failure) {
            duck.close();
            throw failure;
        }
    }

    /** A path as it stands between quotes in SQL. */
    static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
