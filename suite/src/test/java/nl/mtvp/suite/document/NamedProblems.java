package nl.mtvp.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mtvp.suite.common.Service;

/**
 * The problem types that a service's committed description names.
 *
 * @param operations the types by operation and status
 */
record NamedProblems(Map<String, Map<Integer, Set<String>>> operations) {

    static NamedProblems in(Service service) throws IOException {
        var api = new YAMLMapper()
                .readTree(Path.of("..", "openapi", service.module().replace("-service", "") + ".yaml")
                        .toFile());
        var operations = new TreeMap<String, Map<Integer, Set<String>>>();
        api.path("paths")
                .forEach(item -> item.forEach(operation -> {
                    var answers = new TreeMap<Integer, Set<String>>();
                    operation.path("responses").properties().forEach(answer -> {
                        var types = new TreeSet<String>();
                        there(api, answer.getValue()).path("x-problem-types").forEach(type -> types.add(type.asText()));
                        answers.put(Integer.valueOf(answer.getKey()), types);
                    });
                    operations.put(operation.path("operationId").asText(), answers);
                }));
        return new NamedProblems(operations);
    }

    private static JsonNode there(JsonNode api, JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Whether the description tells the type already, or tells of no such status: that is of no operation (431). */
    boolean tell(Recorded one) {
        var answers = operations.get(one.operation());
        return answers != null
                && (!answers.containsKey(one.status())
                        || answers.get(one.status()).contains(one.shortProblem()));
    }

    /** The operations and statuses by the type that they name. */
    SortedMap<String, SortedMap<Integer, Integer>> byType() {
        var byType = new TreeMap<String, SortedMap<Integer, Integer>>();
        operations
                .values()
                .forEach(answers -> answers.forEach((status, types) -> types.forEach(type ->
                        byType.computeIfAbsent(type, none -> new TreeMap<>()).merge(status, 1, Integer::sum))));
        return byType;
    }
}
