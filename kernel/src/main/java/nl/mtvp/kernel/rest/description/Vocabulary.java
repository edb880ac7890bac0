package nl.mtvp.kernel.rest.description;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
        properties = byName(properties);
        parameters = byName(parameters);
        schemas = byName(schemas);
    }

    /** What means the same in all services. */
    public static Vocabulary common() {
        return read(Vocabulary.class.getResourceAsStream("words.yaml"));
    }

    /** What a service says besides; nothing where there is no service. */
    public static Vocabulary ofTheService() {
        return read(Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/openapi/words.yaml"));
    }

    /** Names of one meaning stand together, with commas. */
    private static Map<String, String> byName(Map<String, String> words) {
        var byName = new HashMap<String, String>();
        Objects.requireNonNullElse(words, Map.<String, String>of())
                .forEach((names, meaning) -> Stream.of(names.split(", ")).forEach(name -> {
                    if (byName.put(name, meaning) != null) {
                        throw new IllegalArgumentException(name + " has two meanings");
                    }
                }));
        return Map.copyOf(byName);
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
