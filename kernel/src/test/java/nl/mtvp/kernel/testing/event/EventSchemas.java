package nl.mtvp.kernel.testing.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The schemas of events, in {@code openapi/events}: all that who tells an event and who follows it share. What is told must
 * have no property besides; who follows takes no notice of one.
 */
public final class EventSchemas {

    private static final Path FOLDER =
            Path.of("..", "openapi", "events").toAbsolutePath().normalize();
    private static final String ADDRESS = "https://example.org/mtvp/events/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final SortedMap<String, JsonNode> written = new TreeMap<>();
    private final Map<String, JsonSchema> strict = new TreeMap<>();

    private EventSchemas() {
        var factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix(ADDRESS, FOLDER.toUri().toString())));
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(each -> each.getFileName().toString().matches("nl\\.mtvp\\..*\\.json"))
                    .toList()) {
                var type = file.getFileName().toString().replaceAll("\\.json$", "");
                var schema = JSON.readTree(file.toFile());
                written.put(type, schema);
                var closed = (ObjectNode) schema.deepCopy();
                close(closed.at("/properties/data"));
                closed.put("unevaluatedProperties", false);
                strict.put(type, factory.getSchema(SchemaLocation.of(ADDRESS + type + ".json"), closed, CONFIG));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As they stand in the repository now. */
    public static EventSchemas read() {
        return new EventSchemas();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.has("properties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(EventSchemas::close);
    }

    /** The types that have one, each with what is written. */
    public SortedMap<String, JsonNode> written() {
        return written;
    }

    /** What is wrong with an event that is told; nothing if it is as its schema says. */
    public List<String> faults(String event) {
        try {
            var type = JSON.readTree(event).path("type").asText();
            return strict.containsKey(type)
                    ? strict.get(type).validate(event, InputFormat.JSON).stream()
                            .map(fault -> type + " " + fault.getInstanceLocation() + ": " + fault.getMessage())
                            .sorted()
                            .toList()
                    : List.of(type + " has no schema in openapi/events");
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
