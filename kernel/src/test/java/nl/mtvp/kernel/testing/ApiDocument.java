package nl.mtvp.kernel.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The API's description as the service that runs here serves it, read for what it says of properties and parameters. */
public final class ApiDocument {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");
    private static final List<String> JOINED = List.of("allOf", "oneOf", "anyOf");

    /**
     * Something that a request or an answer holds.
     *
     * @param schema the name of the component that has it, or the id of the operation that has it without one
     */
    public record Property(String schema, String name, JsonNode written) {

        /** As the words of a description name it where one name means different things. */
        public String fullName() {
            return schema + "." + name;
        }
    }

    /** Something that an operation takes in its address or its headers. */
    public record Parameter(String operation, String name, JsonNode written) {

        /** As the words of a description name it where one name means different things. */
        public String fullName() {
            return operation + "." + name;
        }
    }

    private final JsonNode api;
    private final List<Property> properties = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();

    /** @param api a document of OpenAPI */
    public ApiDocument(JsonNode api) {
        this.api = api;
        schemas().forEach(schema -> api.path("components")
                .path("schemas")
                .path(schema)
                .properties()
                .forEach(written -> addProperties(schema, written.getKey(), written.getValue())));
        api.path("paths").forEach(path -> path.properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> addOperation(operation.getValue())));
    }

    /** That of the service that runs here. */
    public static ApiDocument served() {
        try {
            return new ApiDocument(new ObjectMapper()
                    .readTree(RestAssured.given().get("/v1/openapi.json").asByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of the components that are schemas. */
    public Set<String> schemas() {
        var names = new TreeSet<String>();
        api.path("components").path("schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What a component that is a schema says. */
    public JsonNode schema(String name) {
        return api.path("components").path("schemas").path(name);
    }

    /** Those of all schemas, whether these are components or not. */
    public List<Property> properties() {
        return List.copyOf(properties);
    }

    /** Those of all operations. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** The formats that a value of this schema may have, or each of its values if it is a list. */
    public Set<String> formats(JsonNode schema) {
        var formats = new TreeSet<String>();
        if (schema.has("format")) {
            formats.add(schema.path("format").asText());
        }
        if (schema.has("items")) {
            formats.addAll(formats(schema.path("items")));
        }
        if (schema.has("$ref") && schema.path("$ref").asText().startsWith(COMPONENTS)) {
            var referred = schema(schema.path("$ref").asText().substring(COMPONENTS.length()));
            if (!referred.has("properties")) {
                formats.addAll(formats(referred));
            }
        }
        JOINED.forEach(join -> schema.path(join).forEach(part -> formats.addAll(formats(part))));
        return formats;
    }

    private void addOperation(JsonNode operation) {
        var id = operation.path("operationId").asText();
        operation
                .path("parameters")
                .forEach(parameter ->
                        parameters.add(new Parameter(id, parameter.path("name").asText(), parameter)));
        Consumer<JsonNode> add = described -> described.path("content").forEach(content -> content.path("schema")
                .properties()
                .forEach(written -> addProperties(id, written.getKey(), written.getValue())));
        add.accept(operation.path("requestBody"));
        operation.path("responses").forEach(add);
    }

    /** What a schema says under one of its keys may be, or hold, properties. */
    private void addProperties(String schema, String key, JsonNode written) {
        var within =
                switch (key) {
                    case "properties" -> {
                        written.properties()
                                .forEach(property ->
                                        properties.add(new Property(schema, property.getKey(), property.getValue())));
                        yield written.properties().stream().map(property -> property.getValue());
                    }
                    case "allOf", "oneOf", "anyOf" ->
                        Stream.iterate(0, at -> at < written.size(), at -> at + 1)
                                .map(written::get);
                    case "items", "additionalProperties" -> Stream.of(written);
                    default -> Stream.<JsonNode>empty();
                };
        within.forEach(
                part -> part.properties().forEach(inner -> addProperties(schema, inner.getKey(), inner.getValue())));
    }
}
