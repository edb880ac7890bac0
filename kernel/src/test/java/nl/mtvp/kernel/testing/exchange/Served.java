package nl.mtvp.kernel.testing.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service's document, and what does not go with it. An answer must be as the document says; a request must be so where it
 * was accepted, for tests send nonsense on purpose. What no operation takes is refused with a problem.
 */
final class Served {

    private static final String LINES = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";
    private static final String PROBLEMS = "urn:mtvp:problem:";
    private static final String TYPES = "x-problem-types";

    /** Told before it is known what is asked for: that an address or a head is too long. */
    private static final Set<Integer> BEFORE_ALL = Set.of(414, 431);

    /** Their bodies have no meaning (RFC 9110). */
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    /** Those headers of an answer that clients go by. */
    private static final List<String> HEADERS = List.of("etag", "link", "location", "retry-after");

    /** What is not acceptable is refused; for what is answered the answer's own type counts. */
    private static final Set<String> ACCEPT =
            Set.of("validation.request.accept.invalid", "validation.request.accept.notAllowed");

    private static final String NO_ANSWER = "validation.response.body.missing";
    private static final String NO_REQUEST = "validation.request.body.missing";

    private final OpenAPI api;
    private final OpenApiInteractionValidator validator;
    private final ApiOperationResolver operations;
    private final SchemaValidator schemas;
    private final Words words;

    /** @throws IllegalStateException when the document itself is no valid OpenAPI */
    Served(String document) {
        api = read(document);
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(withoutSecurity(document))
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
                        .build())
                .withStrictOperationPathMatching()
                .build();
        operations = new ApiOperationResolver(api, null, true);
        schemas = new SchemaValidator(api, new MessageResolver());
        words = new Words(document);
    }

    static OpenAPI read(String document) {
        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(document, null, options);
        if (!read.getMessages().isEmpty()) {
            throw new IllegalStateException("the document is no valid OpenAPI: " + read.getMessages());
        }
        return read.getOpenAPI();
    }

    /** The validator knows no OAuth 2, and says so of every request. */
    private static String withoutSecurity(String document) {
        try {
            var open = (ObjectNode) new ObjectMapper().readTree(document);
            open.remove("security");
            open.path("paths")
                    .forEach(item -> item.forEach(operation -> {
                        if (operation instanceof ObjectNode one) {
                            one.remove("security");
                        }
                    }));
            return open.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a document that was read before", impossible);
        }
    }

    /** The last part of the service's name: {@code payment}. */
    String service() {
        return api.getInfo().getTitle().replace("MTVP ", "").replace("-service", "");
    }

    /** The operation that was asked for. What answers GET answers HEAD too, without a body. */
    Optional<ApiOperation> operation(Exchange exchange) {
        var found = operation(exchange, exchange.method());
        return found.isEmpty() && exchange.asks("HEAD") ? operation(exchange, "GET") : found;
    }

    private Optional<ApiOperation> operation(Exchange exchange, String method) {
        return Stream.of(Request.Method.values())
                .filter(known -> known.name().equals(method))
                .map(known -> operations.findApiOperation(exchange.path(), known))
                .filter(match -> match.isPathFound() && match.isOperationAllowed())
                .map(match -> match.getApiOperation())
                .findFirst();
    }

    /** What does not go with the document, each with its operation, its place, and what the document says there. */
    List<Violation> violations(Exchange exchange) {
        var operation = operation(exchange);
        if (operation.isEmpty() || BEFORE_ALL.contains(exchange.status()) || refusesBody(exchange, operation.get())) {
            return withoutOperation(exchange);
        }
        var asked = new Asked(exchange, operation.get());
        var found = new ArrayList<Violation>();
        asked.answer(found);
        if (!exchange.refused() && !exchange.asks("HEAD")) {
            asked.request(found);
        }
        return found;
    }

    /** A body where none is taken is nonsense, and its type is what is told of it. */
    private static boolean refusesBody(Exchange exchange, ApiOperation operation) {
        return exchange.status() == 415 && operation.getOperation().getRequestBody() == null;
    }

    private List<Violation> withoutOperation(Exchange exchange) {
        if (!exchange.refused()) {
            return exchange.asks("OPTIONS")
                    ? List.of()
                    : List.of(new Violation(exchange, "no operation", "", "the document has no such operation", ""));
        }
        if (exchange.asks("HEAD") || exchange.answer() == null) {
            return List.of();
        }
        if (!exchange.answerType().equals(PROBLEM)) {
            return List.of(new Violation(exchange, "no operation", "", "the refusal is no problem document", ""));
        }
        var problem = api.getComponents().getSchemas().get("Problem");
        var report = schemas.validate(new String(exchange.answer(), UTF_8), problem, "response.body");
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> new Violation(exchange, "no operation", pointer(message), message.getMessage(), ""))
                .toList();
    }

    private static String pointer(Message message) {
        return message.getContext()
                .flatMap(context -> context.getPointers())
                .map(pointers -> pointers.getInstance())
                .orElse("");
    }

    /** An exchange of which it is known which operation was asked for. */
    private final class Asked {

        private final Exchange exchange;
        private final ApiOperation operation;
        private final String id;

        private Asked(Exchange exchange, ApiOperation operation) {
            this.exchange = exchange;
            this.operation = operation;
            id = operation.getOperation().getOperationId();
        }

        private void answer(List<Violation> found) {
            var response = SimpleResponse.Builder.status(exchange.status());
            exchange.received().forEach(response::withHeader);
            boolean bodiless = bodiless();
            boolean opaque = bodiless || exchange.saysWhatItAnswers() && !exchange.answersInJson();
            if (!opaque && exchange.answer().length > 0) {
                response.withBody(exchange.answer());
            }
            var report = validator.validateResponse(exchange.path(), method(), response.build());
            tell(report, "answer", opaque ? Set.of(NO_ANSWER) : Set.of(), found);
            var described = operation.getOperation().getResponses().get(String.valueOf(exchange.status()));
            if (described != null) {
                headers(described, found);
                problem(found);
            }
            if (!bodiless && described != null) {
                lines(described.getContent(), exchange.answerType(), exchange.answer(), "answer", found);
            }
        }

        /** A refusal has one of the types that are named for it, and the type's own title. */
        private void problem(List<Violation> found) {
            if (!exchange.refused() || bodiless()) {
                return;
            }
            var named = words.list(response(), TYPES);
            var code = exchange.read().path("type").asText().replace(PROBLEMS, "");
            if (code.isEmpty()) {
                return; // what the schema tells
            }
            if (!named.contains(code)) {
                found.add(new Violation(
                        exchange, id, "answer", "problem type " + code + " is not named", named.toString()));
            }
            if (!exchange.read().path("title").asText().equals(code.replace('-', ' '))) {
                found.add(new Violation(exchange, id, "answer", "the title is not that of " + code, ""));
            }
        }

        private boolean bodiless() {
            return exchange.asks("HEAD") || exchange.answer() == null;
        }

        private void headers(ApiResponse response, List<Violation> found) {
            var described = response.get$ref() == null
                    ? response
                    : api.getComponents()
                            .getResponses()
                            .get(response.get$ref().substring("#/components/responses/".length()));
            var names = described.getHeaders() == null
                    ? Set.<String>of()
                    : described.getHeaders().keySet().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            HEADERS.stream()
                    .filter(name -> exchange.received().containsKey(name) && !names.contains(name))
                    .map(name -> new Violation(exchange, id, "answer", "header " + name + " is not described", ""))
                    .forEach(found::add);
        }

        private void request(List<Violation> found) {
            var security = operation.getOperation().getSecurity();
            boolean open = security != null && security.isEmpty();
            if (security != null && !open && !exchange.sent().containsKey("authorization")) {
                found.add(new Violation(exchange, id, "request", "it was accepted without a token", ""));
            }
            var request = new SimpleRequest.Builder(method(), exchange.path());
            boolean unread = BODILESS.contains(exchange.method());
            exchange.sent().forEach((name, values) -> {
                if (!name.equals("content-type")) {
                    request.withHeader(name, values);
                } else if (!unread) { // without parameters: "application/json;" is taken by the service
                    request.withHeader(name, exchange.requestType());
                }
            });
            if (!open) { // who asks for what everybody may read is not asked back
                parameters().forEach(request::withQueryParam);
            }
            boolean opaque = exchange.request() == null
                    || !exchange.refusedLines().isEmpty()
                    || exchange.saysWhatItAsks() && !exchange.asksInJson();
            if (!opaque && !unread && exchange.request().length > 0) {
                request.withBody(exchange.request());
            }
            var report = validator.validateRequest(request.build());
            tell(report, "request", opaque ? Set.of(NO_REQUEST) : Set.of(), found);
            var body = operation.getOperation().getRequestBody();
            if (body != null && exchange.request() != null) {
                lines(body.getContent(), exchange.requestType(), exchange.request(), "request", found);
            }
        }

        /** The validator does not look into lines: each is a value of the schema that is described. */
        private void lines(Content content, String type, byte[] body, String part, List<Violation> found) {
            if (!type.equals(LINES) || content == null || content.get(LINES) == null) {
                return;
            }
            Schema<?> described = content.get(LINES).getSchema();
            var refused = part.equals("request") ? exchange.refusedLines() : Set.of();
            var lines = new String(body, UTF_8).lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                if (!lines.get(at).isBlank() && !refused.contains(at + 1)) {
                    tell(schemas.validate(lines.get(at), described, part + ".body"), part, Set.of(), found);
                }
            }
        }

        private Map<String, List<String>> parameters() {
            var parameters = new LinkedHashMap<String, List<String>>();
            if (exchange.query() != null) {
                for (var pair : exchange.query().split("&")) {
                    int equals = pair.indexOf('=');
                    var name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
                    var value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
                    // The validator reads a text that says null as nothing at all.
                    if (!pair.isEmpty() && !value.equals("null")) {
                        parameters
                                .computeIfAbsent(name, none -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
            return parameters;
        }

        private Request.Method method() {
            return Request.Method.valueOf(operation.getMethod().name());
        }

        private void tell(ValidationReport report, String part, Set<String> ignored, List<Violation> found) {
            report.getMessages().stream()
                    .filter(message -> message.getLevel() == Level.ERROR
                            && !ignored.contains(message.getKey())
                            && !ACCEPT.contains(message.getKey()))
                    .map(message -> new Violation(
                            exchange,
                            id,
                            part + " " + pointer(message),
                            message.getMessage()
                                    + (message.getAdditionalInfo().isEmpty() ? "" : " " + message.getAdditionalInfo()),
                            words.at(schemaOf(part), schemaPointer(message))))
                    .forEach(found::add);
        }

        private List<String> schemaOf(String part) {
            var steps = new ArrayList<String>();
            if (part.equals("answer")) {
                steps.addAll(response());
                steps.addAll(List.of("content", exchange.answerType()));
            } else {
                steps.addAll(written());
                steps.addAll(List.of("requestBody", "content", exchange.requestType()));
            }
            steps.add("schema");
            return steps;
        }

        private List<String> written() {
            return List.of(
                    "paths",
                    operation.getApiPath().original(),
                    operation.getMethod().name().toLowerCase(Locale.ROOT));
        }

        private List<String> response() {
            var steps = new ArrayList<>(written());
            steps.addAll(List.of("responses", String.valueOf(exchange.status())));
            return steps;
        }
    }

    private static String schemaPointer(Message message) {
        return message.getContext()
                .flatMap(context -> context.getPointers())
                .map(pointers -> pointers.getSchema())
                .orElse("");
    }
}
