package nl.mtvp.suite.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The description of the interface, and its examples: what both sides are held to. */
final class Described {

    private static final JsonNode DOCUMENT = read();

    private Described() {}

    /** A message of the examples, to change at will. */
    static ObjectNode example(String name) {
        return DOCUMENT.at("/components/examples/" + name + "/value").deepCopy();
    }

    static Set<String> properties(String schema) {
        var names = new TreeSet<String>();
        DOCUMENT.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("../openapi/zorginkoopportaal.yaml").toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
