package nl.mtvp.kernel.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An API's description, read for what it says of properties, parameters and schemas. */
public final class ApiDocument {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String OR_NULL = "OrNull";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");
    private static final List<String> JOINED = List.of("allOf", "oneOf", "anyOf");

    /** What words are about. */
    public interface Named {

        /** What has it. */
        String within();

        /** What it is called there. */
        String name();

        /** What the description says of it. */
        JsonNode written();

        /** As words name it where one name means different things. */
        default String fullName() {
            return within() + "." + name();
        }

        /** Whether the description says anything of what it is. */
        default boolean isDescribed() {
            return !written().path("description").asText().isBlank();
        }

        /** Whether a word is about it and is what the description says. */
        default boolean isDescribedBy(String word, String text) {
            return (word.equals(name()) || word.equals(fullName()))
                    && text.equals(written().path("description").asText());
        }
    }

    /**
     * Something that a request or an answer holds.
     *
     * @param within the name of the schema that has it, as {@link #schemas} tells it, or of the operation that has it without one
     */
    public record Property(String within, String name, JsonNode written) implements Named {}

    /**
     * Something that an operation takes in its address or its headers.
     *
     * @param within the operation's name
     */
    public record Parameter(String within, String path, String name, JsonNode written) implements Named {

        @Override
        public boolean isDescribedBy(String word, String text) {
            return text.equals(written().path("description").asText())
                    && (word.equals(name())
                            || word.equals(fullName())
                            || Stream.of(path.split("/")).anyMatch(segment -> word.equals(segment + "." + name())));
        }
    }

    private final JsonNode api;
    private final List<Property> properties = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    /** @param api a document of OpenAPI */
    public ApiDocument(JsonNode api) {
        this.api = api;
        schemas().forEach(schema -> schema.written()
                .properties()
                .forEach(written -> addProperties(schema.name(), written.getKey(), written.getValue())));
        api.path("paths").fieldNames().forEachRemaining(paths::add);
        paths.forEach(path -> api.path("paths").path(path).properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> addOperation(path, operation.getValue())));
    }

    /** The components that are schemas, each under its name; what may be null under that of what it is when it is not. */
    public List<Property> schemas() {
        return api.path("components").path("schemas").properties().stream()
                .map(schema -> new Property("", withoutNull(schema.getKey()), schema.getValue()))
                .toList();
    }

    /** The addresses, with the names of what stands in them. */
    public List<String> paths() {
        return List.copyOf(paths);
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
            var referred = api.path("components")
                    .path("schemas")
                    .path(schema.path("$ref").asText().substring(COMPONENTS.length()));
            if (!referred.has("properties")) {
                formats.addAll(formats(referred));
            }
        }
        JOINED.forEach(join -> schema.path(join).forEach(part -> formats.addAll(formats(part))));
        return formats;
    }

    /** Whether a value of this schema may be null. */
    public boolean mayBeNull(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        boolean anything = Stream.of("type", "$ref", "allOf", "oneOf", "anyOf").noneMatch(schema::has);
        return anything
                || schema.path("nullable").asBoolean()
                || reference.startsWith(COMPONENTS)
                        && mayBeNull(
                                api.path("components").path("schemas").path(reference.substring(COMPONENTS.length())))
                || schema.has("allOf")
                        && StreamSupport.stream(schema.path("allOf").spliterator(), false)
                                .allMatch(this::mayBeNull);
    }

    private void addOperation(String path, JsonNode operation) {
        var id = operation.path("operationId").asText();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(
                        new Parameter(id, path, parameter.path("name").asText(), parameter)));
        Consumer<JsonNode> add = described -> described.path("content").forEach(content -> content.path("schema")
                .properties()
                .forEach(written -> addProperties(id, written.getKey(), written.getValue())));
        add.accept(operation.path("requestBody"));
        operation.path("responses").forEach(add);
    }

    private static String withoutNull(String schema) {
        return schema.endsWith(OR_NULL) ? schema.substring(0, schema.length() - OR_NULL.length()) : schema;
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
