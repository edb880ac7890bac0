package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mtvp.kernel.testing.ApiDocument;
import nl.mtvp.kernel.testing.ApiDocument.Named;
import nl.mtvp.suite.common.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that describe the APIs, over all of them. Each rule was seen to fail. */
class WordsIT {

    private static final Path HOME = Path.of("..");
    private static final Path COMMON =
            HOME.resolve("kernel/src/main/resources/nl/mtvp/kernel/rest/description/words.yaml");
    private static final List<String> KINDS = List.of("properties", "parameters", "schemas");
    private static final Pattern NULL = Pattern.compile("\\bnull\\b");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void each_common_word_is_used_by_a_service() throws IOException {
        var unused = new TreeSet<String>();
        var words = read(COMMON);
        KINDS.forEach(kind -> words.path(kind)
                .properties()
                .forEach(word -> Stream.of(word.getKey().split(", ")).forEach(name -> unused.add(kind + ": " + name))));
        assertTrue(unused.size() > KINDS.size(), "no common words were found");
        for (var service : Service.values()) {
            var api = new ApiDocument(read(HOME.resolve(service.module())
                    .resolve("target/openapi")
                    .resolve(service.module().replace("-service", "") + ".yaml")));
            unused.removeIf(word -> {
                var kind = word.substring(0, word.indexOf(": "));
                var name = word.substring(kind.length() + 2);
                return isUsed(name, meaning(words.path(kind), name), described(api, kind));
            });
        }
        assertEquals(Set.of(), unused);
    }

    @ParameterizedTest
    @EnumSource
    void what_words_say_may_be_null_may_be(Service service) throws IOException {
        var api = new ApiDocument(read(HOME.resolve(service.module())
                .resolve("target/openapi")
                .resolve(service.module().replace("-service", "") + ".yaml")));
        var told = api.properties().stream()
                .filter(property -> NULL.matcher(
                                property.written().path("description").asText())
                        .find())
                .toList();
        assertTrue(told.size() > 20, told.toString());
        var never = told.stream()
                .filter(property -> !api.mayBeNull(property.written()))
                .map(ApiDocument.Named::fullName)
                .toList();
        assertEquals(List.of(), never, "these are never null: their words, or @MayBeNull, are wrong");
    }

    @Test
    void each_meaning_is_written_once() throws IOException {
        var written = new TreeMap<String, List<String>>();
        for (var file : files()) {
            var words = read(file);
            KINDS.forEach(kind -> words.path(kind).properties().forEach(word -> written.computeIfAbsent(
                            kind + ": " + word.getValue().asText(), meaning -> new ArrayList<>())
                    .add(file.getName(1) + " " + word.getKey())));
        }
        written.values().removeIf(places -> places.size() == 1);
        assertEquals(new TreeMap<>(), written, "names of one meaning stand together");
    }

    private static List<Path> files() {
        return Stream.concat(
                        Stream.of(COMMON), Stream.of(Service.values()).map(service -> HOME.resolve(service.module())
                                .resolve("src/main/resources/META-INF/openapi/words.yaml")))
                .toList();
    }

    private static String meaning(JsonNode words, String name) {
        return words.properties().stream()
                .filter(word -> List.of(word.getKey().split(", ")).contains(name))
                .map(word -> word.getValue().asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<? extends Named> described(ApiDocument api, String kind) {
        return switch (kind) {
            case "properties" -> api.properties();
            case "parameters" -> api.parameters();
            default -> api.schemas();
        };
    }

    private static boolean isUsed(String name, String meaning, List<? extends Named> described) {
        return described.stream().anyMatch(named -> named.isDescribedBy(name, meaning));
    }

    private static JsonNode read(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }
}
