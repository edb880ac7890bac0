package nl.mtvp.suite.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.suite.common.Json;

/** An exchange as a test recorded it, cut to what an example shows. */
record Recorded(
        String service,
        String operation,
        String test,
        int status,
        String problem,
        JsonNode request,
        JsonNode response) {

    private static final String REFUSED_LINE = "\"outcome\":\"REFUSED\"";

    /** Those that show something, with no refused line; the story's, journeys', then other tests'; short ones; always the same. */
    static final Comparator<Recorded> BEST = Comparator.<Recorded>comparingInt(one -> one.isEmpty() ? 1 : 0)
            .thenComparing(one -> one.text().contains(REFUSED_LINE))
            .thenComparing(Recorded::rank)
            .thenComparing(one -> one.text().length())
            .thenComparing(Recorded::text);

    private static final String FUZZ = "FuzzTest";
    private static final String STORY = "StoryIT";
    private static final String PROBLEMS = "urn:mtvp:problem:";
    private static final int ELEMENTS_MAX = 2;
    private static final int LINES_MAX = 3;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    Recorded(JsonNode line) {
        this(
                Json.text(line, "service"),
                Json.text(line, "operationId"),
                Json.text(line, "test"),
                line.path("status").asInt(),
                Json.text(line, "problemType"),
                line.path("request"),
                line.path("response"));
    }

    Recorded {
        var cut = List.of(shortened(request), shortened(response));
        var named = test.equals(STORY) ? cut : renamed(cut);
        request = named.get(0);
        response = named.get(1);
    }

    boolean refused() {
        return status >= 400;
    }

    /** The problem's type without what all types have in common. */
    String shortProblem() {
        return problem.replace(PROBLEMS, "");
    }

    boolean isOurProblem() {
        return problem.startsWith(PROBLEMS);
    }

    /** Whether it shows what nobody would send. */
    boolean isFuzz() {
        return test.equals(FUZZ);
    }

    private boolean isEmpty() {
        return !response.path("mediaType").isNull()
                && response.path("body").isEmpty()
                && !response.path("body").isTextual();
    }

    private int rank() {
        return switch (test) {
            case STORY -> 0;
            case FUZZ -> 3;
            default -> test.endsWith("IT") ? 1 : 2;
        };
    }

    private String text() {
        return request.toString() + response;
    }

    private static JsonNode shortened(JsonNode part) {
        var cut = part.deepCopy();
        if (cut.path("body").isTextual()) {
            var text = cut.path("body").asText();
            var type = Json.text(cut, "mediaType");
            if (type.equals("text/csv") || type.equals("application/x-ndjson")) {
                ((ObjectNode) cut)
                        .set(
                                "body",
                                new TextNode(
                                        text.lines().limit(LINES_MAX).collect(Collectors.joining("\n", "", "\n"))));
            }
        } else {
            cutLists(cut);
        }
        return cut;
    }

    private static void cutLists(JsonNode value) {
        if (value instanceof ArrayNode list) {
            while (list.size() > ELEMENTS_MAX) {
                list.remove(list.size() - 1);
            }
        }
        value.forEach(Recorded::cutLists);
    }

    /** Ids are others in every run of a test: here each has the number in which it comes. */
    private static List<JsonNode> renamed(List<JsonNode> parts) {
        var names = new HashMap<String, String>();
        return Stream.of(parts)
                .flatMap(List::stream)
                .map(part -> Json.read(ID.matcher(part.toString())
                        .replaceAll(id -> names.computeIfAbsent(
                                id.group(), none -> "0188389a-0d00-7000-8000-%012d".formatted(names.size() + 1)))))
                .toList();
    }
}
