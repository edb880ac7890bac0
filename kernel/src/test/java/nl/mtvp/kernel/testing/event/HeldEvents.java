package nl.mtvp.kernel.testing.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds each event that a test of a service made against its schema, at the test's end, without the test naming it: Quarkus
 * finds it as a service. The first of each type is kept in {@code target/events}, from where examples are picked.
 */
public final class HeldEvents implements QuarkusTestAfterEachCallback {

    private static final Path KEPT = Path.of("target", "events");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The kernel's tests tell events of their own, which are nobody's. */
    private static final boolean OF_A_SERVICE = !Path.of("").toAbsolutePath().endsWith("kernel");

    private static final EventSchemas SCHEMAS = EventSchemas.read();

    /** Up to where this JVM has looked, by the database's address. */
    private static final Map<String, Long> SEEN = new ConcurrentHashMap<>();

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        if (!OF_A_SERVICE) {
            return;
        }
        try {
            var wrong = new ArrayList<String>();
            for (var event : told()) {
                wrong.addAll(SCHEMAS.faults(event));
                keep(event);
            }
            if (!wrong.isEmpty()) {
                throw new AssertionError(wrong.stream()
                        .distinct()
                        .collect(Collectors.joining("\n", "events that are not as openapi/events says:\n", "")));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> told() throws SQLException, IOException {
        var source = ConfigProvider.getConfig().getValue("mtvp.feed.source", String.class);
        var told = new ArrayList<String>();
        try (var connection = CDI.current().select(DataSource.class).get().getConnection();
                var statement = connection.prepareStatement(
                        "select sequence, id, type, subject, time, data::text from event where sequence > ? order by sequence")) {
            var database = connection.getMetaData().getURL();
            statement.setLong(1, SEEN.getOrDefault(database, 0L));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    SEEN.put(database, rows.getLong(1));
                    var event = new LinkedHashMap<String, Object>();
                    event.put("specversion", "1.0");
                    event.put("id", rows.getString(2));
                    event.put("source", source);
                    event.put("type", rows.getString(3));
                    event.put("subject", rows.getString(4));
                    event.put(
                            "time",
                            rows.getObject(5, OffsetDateTime.class).toInstant().toString());
                    event.put("datacontenttype", "application/json");
                    event.put("data", JSON.readTree(rows.getString(6)));
                    told.add(JSON.writeValueAsString(event));
                }
            }
        }
        return told;
    }

    private static void keep(String event) throws IOException {
        var file = KEPT.resolve(JSON.readTree(event).path("type").asText() + ".json");
        if (!Files.exists(file)) {
            Files.createDirectories(KEPT);
            Files.writeString(file, event);
        }
    }
}
