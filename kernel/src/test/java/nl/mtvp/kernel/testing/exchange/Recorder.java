package nl.mtvp.kernel.testing.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.model.ApiOperation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Writes exchanges down, one JSON object a line, for whoever picks examples from them: some of each kind, without tokens,
 * and what is long is cut. What somebody ran on purpose, a class or a few, counts for no whole run.
 */
final class Recorder {

    /** Of an operation with a status, a media type and a problem, from one test class. */
    private static final int OF_A_KIND_MAX = 12;

    private static final int WHOLE_MAX = 16_384;
    private static final int ELEMENTS_MAX = 2;
    private static final int LINES_MAX = 3;
    private static final Set<String> HEADERS = Set.of("location", "link", "etag", "retry-after", "upload-offset");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean some = System.getProperty("test") != null || System.getProperty("it.test") != null;
    private final Path folder;
    private final Map<String, Integer> kinds = new ConcurrentHashMap<>();
    private OutputStream lines;

    Recorder(Path folder) {
        this.folder = folder;
    }

    void record(String service, ApiOperation operation, Exchange exchange, boolean right) {
        if (exchange.asks("HEAD") || !right) {
            return;
        }
        var answer = read(exchange.answerType(), exchange.answer());
        var type = exchange.refused() ? answer.path("type") : NullNode.getInstance();
        var id = operation.getOperation().getOperationId();
        var kind = Running.test() + " " + id + " " + exchange.status() + " " + exchange.answerType() + " " + type;
        if (kinds.merge(kind, 1, Integer::sum) > OF_A_KIND_MAX) {
            return;
        }
        var line = JSON.createObjectNode()
                .put("service", service)
                .put("operationId", id)
                .put("method", exchange.method())
                .put("path", operation.getApiPath().original())
                .put("test", Running.test())
                .put("status", exchange.status());
        line.set("problemType", type);
        line.set("request", part(exchange.requestType(), exchange.request()));
        var response = part(exchange.answerType(), exchange.answer());
        var headers = response.putObject("headers");
        exchange.received().forEach((name, values) -> {
            if (HEADERS.contains(name)) {
                headers.put(name, values.get(0));
            }
        });
        line.set("response", response);
        write(line);
    }

    /** What an OpenAPI document shows of itself. */
    private static final List<String> OF_A_DOCUMENT = List.of("openapi", "info", "servers", "tags");

    /** A body as it is, or with its lists and lines cut; what is long all the same shows nothing to anybody. */
    private static ObjectNode part(String type, byte[] body) {
        var part = JSON.createObjectNode().putNull("mediaType").putNull("body");
        if (body == null || body.length == 0) {
            return part;
        }
        var read = read(type, body);
        var shown = body.length > WHOLE_MAX ? shortened(read) : read;
        return shown.toString().length() > WHOLE_MAX
                ? part
                : part.put("mediaType", type).set("body", shown);
    }

    private static JsonNode read(String type, byte[] body) {
        if (body == null) {
            return NullNode.getInstance();
        }
        var text = new String(body, UTF_8);
        try {
            return type.endsWith("json") && !type.endsWith("ndjson") ? JSON.readTree(text) : new TextNode(text);
        } catch (JsonProcessingException nonsense) {
            return new TextNode(text);
        }
    }

    private static JsonNode shortened(JsonNode value) {
        if (value instanceof ObjectNode document && document.has("openapi")) {
            return document.retain(OF_A_DOCUMENT);
        }
        if (value instanceof ArrayNode list) {
            while (list.size() > ELEMENTS_MAX) {
                list.remove(list.size() - 1);
            }
        }
        value.forEach(Recorder::shortened);
        return value.isTextual() && value.asText().length() > WHOLE_MAX
                ? new TextNode(value.asText().lines().limit(LINES_MAX).collect(Collectors.joining("\n", "", "\n")))
                : value;
    }

    private synchronized void write(ObjectNode line) {
        try {
            if (lines == null) {
                Files.createDirectories(folder);
                lines = new BufferedOutputStream(
                        Files.newOutputStream(folder.resolve(some ? "some.ndjson" : "exchanges.ndjson")));
            }
            lines.write((line + "\n").getBytes(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void close(int exchanges, int violations) throws IOException {
        Files.createDirectories(folder);
        if (lines != null) {
            lines.close();
        }
        if (!some) {
            Files.writeString(
                    folder.resolve("summary.json"),
                    JSON.createObjectNode()
                            .put("exchanges", exchanges)
                            .put("violations", violations)
                            .toString());
        }
    }
}
