package nl.mtvp.kernel.testing.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a follower reads of events, held against their schemas. */
public final class Followed {

    private static final Pattern TYPE = Pattern.compile("\"(nl\\.mtvp\\.[a-z-]+\\.v[0-9]+)\"");

    private final ObjectMapper json;
    private final EventSchemas schemas = EventSchemas.read();

    /** @param json as the follower reads with */
    public Followed(ObjectMapper json) {
        this.json = json;
    }

    /** The types that a follower's source names. */
    public static Set<String> named(Path source) throws IOException {
        return new TreeSet<>(TYPE.matcher(Files.readString(source))
                .results()
                .map((MatchResult type) -> type.group(1))
                .toList());
    }

    /**
     * What does not go together: what the follower reads is there and always told, the recorded examples can be read, and so
     * they can where what may be null is.
     *
     * @param read the records into which the data of a type is read
     */
    public List<String> faults(Map<String, List<Class<?>>> read) {
        var faults = new ArrayList<String>();
        read.forEach((type, records) -> {
            var schema = schemas.written().get(type);
            if (schema == null) {
                faults.add(type + " has no schema");
            } else if (schema.path("examples").isEmpty()) {
                faults.add(type + " has no example");
            } else {
                records.forEach(one -> holds(type, schema, one, faults));
            }
        });
        return faults;
    }

    private void holds(String type, JsonNode schema, Class<?> into, List<String> faults) {
        var data = schema.at("/properties/data");
        var told = new TreeSet<String>();
        data.path("required").forEach(name -> told.add(name.asText()));
        json.getDeserializationConfig()
                .introspect(json.constructType(into))
                .findProperties()
                .forEach(property -> {
                    if (!data.path("properties").has(property.getName()) || !told.contains(property.getName())) {
                        faults.add(type + ": " + into.getSimpleName() + " reads " + property.getName()
                                + ", which is not always told");
                    }
                });
        for (var example : schema.path("examples")) {
            var once = (ObjectNode) example.path("data").deepCopy();
            reads(type, once, into, faults);
            data.path("properties").properties().forEach(property -> {
                if (mayBeNull(property.getValue())) {
                    reads(type, once.deepCopy().putNull(property.getKey()), into, faults);
                }
            });
        }
    }

    private static boolean mayBeNull(JsonNode schema) {
        return schema.toString().contains("\"null\"") && !schema.has("properties")
                || schema.path("type").isArray();
    }

    private void reads(String type, JsonNode data, Class<?> into, List<String> faults) {
        try {
            json.treeToValue(data, into);
        } catch (JsonProcessingException unreadable) {
            faults.add(type + ": " + into.getSimpleName() + " cannot be read of " + data + ": "
                    + unreadable.getOriginalMessage());
        }
    }
}
