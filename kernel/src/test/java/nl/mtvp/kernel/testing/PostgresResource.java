package nl.mtvp.kernel.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/**
 * A real PostgreSQL 17 for the tests of one module, with the two roles that a service has: {@code owner}, which
 * migrates, and {@code app}, which may only do what it was granted.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role owner login");
                statement.execute("create role app login");
                statement.execute("create database service owner owner");
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the embedded PostgreSQL does not start", failure);
        }
        var url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/service";
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", "app",
                "quarkus.datasource.password", "app",
                "quarkus.flyway.jdbc-url", url,
                "quarkus.flyway.username", "owner",
                "quarkus.flyway.password", "owner",
                "quarkus.flyway.placeholders.applicationRole", "app");
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new IllegalStateException("the embedded PostgreSQL does not stop", failure);
        }
    }
}
