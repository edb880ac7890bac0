package nl.mtvp.kernel.rest.description;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * What the names in an API mean, as its description tells it.
 *
 * @param properties by their name, or by schema and name where one name means different things
 * @param parameters by their name, or by operation and name
 * @param schemas by their name
 */
public record Vocabulary(Map<String, String> properties, Map<String, String> parameters, Map<String, String> schemas) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Vocabulary {
        properties = Map.copyOf(Objects.requireNonNullElse(properties, Map.of()));
        parameters = Map.copyOf(Objects.requireNonNullElse(parameters, Map.of()));
        schemas = Map.copyOf(Objects.requireNonNullElse(schemas, Map.of()));
    }

    /** What means the same in all services. */
    public static Vocabulary common() {
        return read(Vocabulary.class.getResourceAsStream("words.yaml"));
    }

    /** What a service says besides; nothing where there is no service. */
    public static Vocabulary ofTheService() {
        return read(Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/openapi/words.yaml"));
    }

    static Vocabulary read(InputStream written) {
        if (written == null) {
            return new Vocabulary(null, null, null);
        }
        try (written) {
            return YAML.readValue(written, Vocabulary.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
