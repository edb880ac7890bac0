package nl.mtvp.kernel.rest.description;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What causes each type of problem and what mends it.
 *
 * @param types by their code; one that ends in a hyphen stands for all that go on from there
 */
public record ProblemCatalogue(Map<String, Type> types) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * A type of problem.
     *
     * @param outside its status, where it is told before it is known which operation was asked for; else null
     */
    public record Type(String cause, String remedy, Integer outside) {}

    /** Those that all services have. */
    public static ProblemCatalogue common() {
        return read(ProblemCatalogue.class.getResourceAsStream("problem-types.yaml"));
    }

    /** Those of a service and of all; nothing else where there is no service. */
    public static ProblemCatalogue ofTheService() {
        var all = new TreeMap<>(common().types());
        all.putAll(read(Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("META-INF/openapi/problem-types.yaml"))
                .types());
        return new ProblemCatalogue(all);
    }

    public static ProblemCatalogue read(InputStream written) {
        if (written == null) {
            return new ProblemCatalogue(Map.of());
        }
        try (written) {
            return new ProblemCatalogue(YAML.readValue(written, new TypeReference<TreeMap<String, Type>>() {}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The entry that tells of this type. */
    public Optional<Map.Entry<String, Type>> find(String code) {
        return types.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(code) || entry.getKey().endsWith("-") && code.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey());
    }
}
