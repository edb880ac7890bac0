package nl.mtvp.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The problem types that each operation was seen to give, by their status, and that its description does not name yet. */
final class SeenProblems {

    private SeenProblems() {}

    /**
     * Adds what was seen to what stands there; nothing is taken away, for no run sees everything.
     *
     * @param named whether the description names the type already
     * @return how many types there are
     */
    static int add(Path file, List<Recorded> recorded, Predicate<Recorded> named) throws IOException {
        var all = new TreeMap<String, SortedMap<String, SortedSet<String>>>();
        var head = "";
        if (Files.exists(file)) {
            var text = Files.readString(file);
            head = text.lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            new YAMLMapper()
                    .readTree(text)
                    .properties()
                    .forEach(operation -> operation.getValue().properties().forEach(status -> status.getValue()
                            .forEach((JsonNode type) -> types(all, operation.getKey(), status.getKey())
                                    .add(type.asText()))));
        }
        recorded.stream().filter(one -> one.isOurProblem() && !named.test(one)).forEach(one -> types(
                        all, one.operation(), String.valueOf(one.status()))
                .add(one.shortProblem()));
        Files.writeString(file, head + written(all));
        return (int) all.values().stream()
                .flatMap(statuses -> statuses.values().stream())
                .flatMap(SortedSet::stream)
                .distinct()
                .count();
    }

    private static SortedSet<String> types(
            Map<String, SortedMap<String, SortedSet<String>>> all, String operation, String status) {
        return all.computeIfAbsent(operation, none -> new TreeMap<>()).computeIfAbsent(status, none -> new TreeSet<>());
    }

    private static String written(Map<String, SortedMap<String, SortedSet<String>>> all) {
        return all.entrySet().stream()
                .map(operation -> operation.getKey() + ":\n"
                        + operation.getValue().entrySet().stream()
                                .map(status -> "  \"" + status.getKey() + "\": [" + String.join(", ", status.getValue())
                                        + "]\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
