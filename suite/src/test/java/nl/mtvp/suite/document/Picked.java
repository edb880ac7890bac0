package nl.mtvp.suite.document;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.mtvp.suite.common.Json;

/** The best of what is recorded of each operation: a file for each, as the filter of the documents reads it. */
final class Picked {

    private static final String PROBLEM = "application/problem+json";
    private static final String LINES = "application/x-ndjson";

    /** Those refusals of an operation that say something of its own. */
    private static final List<Integer> TOLD = List.of(400, 404, 409, 412);

    private static final ObjectWriter WRITER = Json.MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final List<Recorded> recorded;

    Picked(List<Recorded> recorded) {
        this.recorded = recorded;
    }

    /** @return of how many operations there are examples */
    int write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var byOperation = recorded.stream()
                .collect(Collectors.groupingBy(Recorded::operation, TreeMap::new, Collectors.toList()));
        for (var one : byOperation.entrySet()) {
            Files.writeString(
                    folder.resolve(one.getKey() + ".json"), WRITER.writeValueAsString(example(one.getValue())) + "\n");
        }
        return byOperation.size();
    }

    private static ObjectNode example(List<Recorded> all) {
        var sorted = all.stream().sorted(Recorded.BEST).toList();
        var example = Json.MAPPER.createObjectNode();
        var request = example.putObject("request");
        var responses = new TreeMap<Integer, ObjectNode>();
        for (var one : sorted) {
            if (one.refused()) {
                if (TOLD.contains(one.status()) && one.isOurProblem() && !one.isFuzz()) {
                    var types = responses
                            .computeIfAbsent(one.status(), none -> Json.MAPPER.createObjectNode())
                            .withObjectProperty(PROBLEM);
                    addFirst(types, one.shortProblem(), one.response().path("body"));
                }
            } else {
                add(request, one.request());
                if (!one.response().path("mediaType").isNull()) {
                    add(
                            responses.computeIfAbsent(one.status(), none -> Json.MAPPER.createObjectNode()),
                            one.response());
                }
            }
        }
        var answered = example.putObject("responses");
        responses.forEach((status, bodies) -> answered.set(String.valueOf(status), bodies));
        return example;
    }

    private static void add(ObjectNode byType, JsonNode part) {
        var type = part.path("mediaType").asText(null);
        if (type != null && !type.isEmpty() && !byType.has(type)) {
            byType.set(type, shown(part));
        }
    }

    /** Of lines the first, as what a line is; of a JSON Schema what it says of itself, as its references lead nowhere here. */
    private static JsonNode shown(JsonNode part) {
        var body = part.path("body");
        if (Json.text(part, "mediaType").equals(LINES)) {
            return Json.read(body.asText().lines().findFirst().orElseThrow());
        }
        return body.has("$schema") ? ((ObjectNode) body).without(List.of("properties", "$defs")) : body;
    }

    private static void addFirst(ObjectNode bodies, String name, JsonNode body) {
        if (!bodies.has(name)) {
            bodies.set(name, body);
        }
    }
}
