package nl.mtvp.kernel.rest.description;

import static nl.mtvp.kernel.rest.description.Shapes.answers;
import static nl.mtvp.kernel.rest.description.Shapes.hasContent;
import static nl.mtvp.kernel.rest.description.Shapes.takes;
import static nl.mtvp.kernel.rest.description.Shapes.takesLines;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.mtvp.kernel.rest.command.CurrentCommand;
import nl.mtvp.kernel.rest.command.Idempotency;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/**
 * What is the same for every operation, added to the API's description once: the headers of version and request, the
 * key of a request that creates, the problem document of each refusal, where the rules stand, and the description's own
 * path. Also the sentence of each ordinary answer and refusal, where the operation writes none of its own
 * ({@link Answers}), and the roles that may, where its own sentences tell none. A POST whose answer is not written
 * answers 201.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 5)
public class Description implements OASFilter {

    public static final String API_VERSION = "API-Version";

    private static final String BASE = "/v1";

    /** What the security scheme is called in this house. */
    private static final String SCHEME = "oauth2";

    /** What the scan calls an answer for which nothing is written. */
    private static final String NOT_WRITTEN = "OK";

    private final OpenAPI common = SmallRyeOpenAPI.builder()
            .withCustomStaticFile(() -> Description.class.getResourceAsStream("description.yaml"))
            .enableAnnotationScan(false)
            .enableModelReader(false)
            .enableStandardFilter(false)
            .enableStandardStaticFiles(false)
            .build()
            .model();

    private final OwnSentences own;

    /** The components of what has versions, which each answer that shows it tells. */
    private final Set<String> versioned = new HashSet<>();

    /** @param index of the classes with the operations */
    public Description(IndexView index) {
        own = new OwnSentences(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var paths = OASFactory.createPaths();
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> paths.addPathItem(withoutBase(path), item));
        }
        common.getPaths().getPathItems().forEach(paths::addPathItem);
        common.getTags().forEach(api::addTag);
        api.setExternalDocs(common.getExternalDocs());
        api.setPaths(paths);
        paths.getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(this::namesVersion)
                .forEach(operation -> answers(operation).forEach(versioned::add));
        paths.getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(method, path.contains("{"), operation)));
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        var words = common.getComponents();
        words.getSchemas().forEach(api.getComponents()::addSchema);
        words.getHeaders().forEach(api.getComponents()::addHeader);
        api.getComponents().setSecuritySchemes(words.getSecuritySchemes());
        words.getResponses().forEach((name, refusal) -> {
            complete("4", refusal);
            api.getComponents().addResponse(name, refusal);
        });
    }

    /** The base path stands in the servers; in the paths it would be doubled. */
    private static String withoutBase(String path) {
        return path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path;
    }

    private void complete(HttpMethod verb, boolean named, Operation operation) {
        // The scan's own sentences say no more than the status.
        List.of("401", "403").forEach(operation.getResponses()::removeAPIResponse);
        var told = own.told(operation.getOperationId());
        answer(verb, told, operation);
        told.forEach((status, sentence) -> tell(operation, status, sentence));
        own.tellRoles(operation);
        var roles = own.roles(operation.getOperationId());
        if (!roles.isEmpty() || own.isOpen(operation.getOperationId())) {
            operation.setSecurity(roles.stream()
                    .map(role -> OASFactory.createSecurityRequirement().addScheme(SCHEME, role))
                    .toList());
        }
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!open) {
            addIfMissing(operation, "401", "No token, or one that misses a claim of the Dutch OAuth profile");
            addIfMissing(operation, "403", "The token's roles or parties do not reach this");
            addReference(operation, "429", "TooManyAtOnce");
            addReference(operation, "503", "Unavailable");
        }
        if (operation.getRequestBody() == null) {
            addIfMissing(operation, "400", "A parameter is missing, malformed, out of bounds, unknown or doubled");
        } else {
            addIfMissing(
                    operation, "400", "Fields or parameters are missing, malformed or out of bounds; each is named");
            addReference(operation, "413", "TooLarge");
            addReference(operation, "415", "OtherMediaType");
        }
        if (named) {
            addIfMissing(operation, "404", "There is nothing by that name, or you may not see it");
        }
        boolean done = operation.getResponses().getAPIResponse("201") != null || takesLines(verb, operation);
        if (done && !takes(operation, Idempotency.HEADER)) {
            operation.addParameter(key());
        }
        if (takes(operation, Idempotency.HEADER)) {
            addIfMissing(operation, "409", "The Idempotency-Key came before, with another body");
        }
        if (told.containsKey("304")) {
            addIfMissing(operation, "412", "It is another version than the one that If-Match names");
        } else if (takes(operation, HttpHeaders.IF_MATCH)) {
            addIfMissing(operation, "412", "It changed since you read it: read it again");
            addIfMissing(operation, "428", "If-Match is missing");
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(this::type);
        }
        addReference(operation, "406", "OtherAnswer");
        addReference(operation, "500", "Unexpected");
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null) {
                complete(status, response);
                headersOf(operation, status).forEach(header -> response.addHeader(header, header(header)));
            }
        });
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    /** Puts a sentence in place of the ordinary one, which operations share. */
    private static void tell(Operation operation, String status, String sentence) {
        var shared = operation.getResponses().getAPIResponse(status);
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(sentence)
                                .content(shared == null ? null : shared.getContent()));
    }

    /** The answer of an operation that writes none has the status and the sentence that its method has in this house. */
    private static void answer(HttpMethod method, Map<String, String> told, Operation operation) {
        var responses = operation.getResponses();
        var scanned = responses.getAPIResponse("200");
        if (scanned != null && NOT_WRITTEN.equals(scanned.getDescription())) {
            if (method == HttpMethod.POST) {
                responses.removeAPIResponse("200");
                addIfMissing(operation, "201", told.getOrDefault("201", "It is done; as it is now"));
                responses.getAPIResponse("201").setContent(scanned.getContent());
            } else if (told.containsKey("200")) {
                scanned.setDescription(told.get("200"));
            } else if (method == HttpMethod.PUT) {
                scanned.setDescription("As it is from now on");
            } else if (takes(operation, "limit")) {
                scanned.setDescription(
                        "Up to `limit` of them, in a fixed order; `Link: rel=\"next\"` when there are more");
            } else {
                scanned.setDescription(Objects.requireNonNullElse(operation.getSummary(), NOT_WRITTEN));
            }
        }
        if (method != HttpMethod.HEAD && responses.getAPIResponse("204") == null && !hasContent(operation)) {
            throw new IllegalStateException(operation.getOperationId()
                    + " must write what it answers: @APIResponseSchema(X.class), or @APIResponse of 204");
        }
    }

    /** The headers that an answer has by what it answers and to what; {@code Retry-After} also stands in the shared ones. */
    private List<String> headersOf(Operation operation, String status) {
        var headers = new ArrayList<String>();
        switch (status) {
            case "201" -> headers.add(HttpHeaders.LOCATION);
            case "429", "503" -> headers.add(HttpHeaders.RETRY_AFTER);
            default -> {}
        }
        if (status.equals("200") && takes(operation, "limit")) {
            headers.add(HttpHeaders.LINK);
        }
        if (Set.of("200", "201", "304").contains(status) && versioned(operation)) {
            headers.add(HttpHeaders.ETAG);
        }
        return headers;
    }

    private boolean versioned(Operation operation) {
        return namesVersion(operation) || answers(operation).anyMatch(versioned::contains);
    }

    private boolean namesVersion(Operation operation) {
        return own.told(operation.getOperationId()).containsKey("304") || takes(operation, HttpHeaders.IF_MATCH);
    }

    private static Header header(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    private void complete(String status, APIResponse response) {
        response.addHeader(CurrentCommand.REQUEST_ID, header(CurrentCommand.REQUEST_ID));
        if (status.startsWith("4") || status.startsWith("5")) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        } else {
            response.addHeader(API_VERSION, header(API_VERSION));
        }
    }

    private Parameter key() {
        return common.getComponents().getParameters().get(Idempotency.HEADER);
    }

    /** A default is written as text in the code; in the description it has the parameter's type. A key has that of all keys. */
    private void type(Parameter parameter) {
        if (parameter.getSchema() == null && Idempotency.HEADER.equals(parameter.getName())) {
            parameter.setSchema(key().getSchema());
        }
        var schema = parameter.getSchema();
        if (schema == null || schema.getType() == null || !(schema.getDefaultValue() instanceof String text)) {
            return;
        }
        if (schema.getType().contains(Schema.SchemaType.INTEGER)) {
            schema.setDefaultValue(Long.valueOf(text));
        } else if (schema.getType().contains(Schema.SchemaType.BOOLEAN)) {
            schema.setDefaultValue(Boolean.valueOf(text));
        }
    }

    private static void addIfMissing(Operation operation, String status, String description) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static void addReference(Operation operation, String status, String response) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + response));
        }
    }
}
