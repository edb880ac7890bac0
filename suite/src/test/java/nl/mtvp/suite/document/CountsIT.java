package nl.mtvp.suite.document;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.mtvp.kernel.testing.ApiDocument;
import nl.mtvp.kernel.testing.ApiDocument.Named;
import nl.mtvp.kernel.testing.exchange.ExampleCheck;
import nl.mtvp.suite.common.Service;
import org.junit.jupiter.api.Test;

/** How much of the descriptions is complete, counted over all three: all of it. */
class CountsIT {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Pattern ABSENT = Pattern.compile("\\b(not there|absent) when\\b");

    private final List<Count> counts = new ArrayList<>();

    /** What was counted, and what of it is not as it should be. */
    private record Count(String what, int all, Set<String> missing) {

        @Override
        public String toString() {
            return what + ": " + (all - missing.size()) + " of " + all;
        }
    }

    @Test
    void everything_is_told() throws IOException {
        int operations = 0;

        var without = new TreeSet<String>();
        var named = new ArrayList<Named>();
        var undescribed = new TreeSet<String>();
        int answered = 0;
        var open = new TreeSet<String>();
        int refusals = 0;
        var unnamed = new TreeSet<String>();
        for (var service : Service.values()) {
            var document = document(service);
            var examples = new ExampleCheck(document);
            operations += examples.operations();
            without.addAll(examples.lacking());
            var api = new ApiDocument(document);
            named.addAll(api.properties());
            named.addAll(api.parameters());
            for (var schema : answers(document)) {
                var written = document.at("/components/schemas/" + schema);
                for (var property : written.path("properties").properties()) {
                    answered++;
                    if (!isRequired(written, property.getKey())
                            && !api.mayBeNull(property.getValue())
                            && !ABSENT.matcher(property.getValue()
                                            .path("description")
                                            .asText())
                                    .find()) {
                        open.add(service.database() + " " + schema + "." + property.getKey());
                    }
                }
            }
            for (var item : document.path("paths")) {
                for (var operation : item) {
                    for (var answer : operation.path("responses").properties()) {
                        if (answer.getKey().matches("[45]..")) {
                            refusals++;
                            if (there(document, answer.getValue())
                                    .path("x-problem-types")
                                    .isEmpty()) {
                                unnamed.add(operation.path("operationId").asText() + " " + answer.getKey());
                            }
                        }
                    }
                }
            }
        }
        named.stream().filter(one -> !one.isDescribed()).map(Named::fullName).forEach(undescribed::add);
        count("operations with examples", operations, without);
        count("parameters and properties described", named.size(), undescribed);
        count("answers' properties required, or said when they are null or absent", answered, open);
        count("refusals that name their problem types", refusals, unnamed);
        assertTrue(operations > 230 && answered > 1_200 && refusals > 1_500, counts::toString);
        assertAll(counts.stream().map(count -> () -> assertEquals(Set.of(), count.missing(), count.toString())));
    }

    private void count(String what, int all, Set<String> missing) {
        var count = new Count(what, all, missing);
        counts.add(count);
        System.out.println(count);
    }

    private static boolean isRequired(JsonNode schema, String property) {
        for (var required : schema.path("required")) {
            if (required.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    /** The schemas that an answer has, also by way of others. */
    private static Set<String> answers(JsonNode document) {
        var found = new HashSet<String>();
        document.path("paths")
                .forEach(item -> item.forEach(operation -> follow(document, operation.path("responses"), found)));
        return found;
    }

    private static void follow(JsonNode document, JsonNode node, Set<String> found) {
        var reference = node.path("$ref").asText();
        if (reference.startsWith(SCHEMAS)) {
            if (found.add(reference.substring(SCHEMAS.length()))) {
                follow(document, document.at(reference.substring(1)), found);
            }
        } else if (!reference.isEmpty()) {
            follow(document, document.at(reference.substring(1)), found);
        }
        node.forEach(part -> follow(document, part, found));
    }

    private static JsonNode there(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode document(Service service) throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("..", service.module(), "target", "openapi", service.database() + ".yaml")
                        .toFile());
    }
}
