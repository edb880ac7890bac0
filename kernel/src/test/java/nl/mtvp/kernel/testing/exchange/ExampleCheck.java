package nl.mtvp.kernel.testing.exchange;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The examples of a document: each operation has one of its request, where it takes one, and of each answer that is no
 * refusal; all go with their schema, those of refusals too.
 */
public final class ExampleCheck {

    private final List<String> faults = new ArrayList<>();
    private final Set<String> lacking = new TreeSet<>();
    private final SchemaValidator schemas;
    private int operations;

    /** @param document as it is served, in JSON */
    public ExampleCheck(JsonNode document) {
        var api = Served.read(document.toString());
        schemas = new SchemaValidator(api, new MessageResolver());
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            var id = operation.getOperationId();
            var written = document.path("paths").path(path).path(method.name().toLowerCase(Locale.ROOT));
            operations++;
            if (operation.getRequestBody() != null) {
                check(id, "request", operation.getRequestBody().getContent(), written.path("requestBody"));
            }
            operation.getResponses().forEach((status, response) -> {
                if (response.get$ref() == null && response.getContent() != null) {
                    check(
                            id,
                            status,
                            response.getContent(),
                            written.path("responses").path(status));
                }
            });
        }));
    }

    /** How many there are. */
    public int operations() {
        return operations;
    }

    /** Those that lack an example that they need, or have one that goes not with its schema. */
    public Set<String> lacking() {
        return lacking;
    }

    /** What is missing, and what goes not with its schema. */
    public List<String> faults() {
        return faults;
    }

    private void check(String id, String part, Content content, JsonNode written) {
        content.forEach((type, media) -> {
            var described = written.path("content").path(type);
            var examples = new ArrayList<JsonNode>();
            if (described.has("example")) {
                examples.add(described.path("example"));
            }
            described.path("examples").forEach(example -> examples.add(example.path("value")));
            if (examples.isEmpty() && !part.startsWith("4") && !part.startsWith("5")) {
                tell(id, part, type, "there is no example");
            }
            examples.forEach(example -> check(id, part, type, media.getSchema(), example));
        });
    }

    private void check(String id, String part, String type, Schema<?> schema, JsonNode example) {
        if (type.endsWith("json")) {
            validate(id, part, type, schema, example.toString());
        } else if (example.asText().isBlank()) {
            tell(id, part, type, "the example is empty");
        }
    }

    private void validate(String id, String part, String type, Schema<?> schema, String value) {
        schemas.validate(value, schema, "example").getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .forEach(message -> tell(id, part, type, message.getMessage() + " " + message.getAdditionalInfo()));
    }

    private void tell(String id, String part, String type, String why) {
        lacking.add(id);
        faults.add(id + " " + part + " " + type + ": " + why);
    }
}
