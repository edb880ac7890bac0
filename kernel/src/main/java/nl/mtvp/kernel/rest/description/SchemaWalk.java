package nl.mtvp.kernel.rest.description;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas of a description stand where: in what it takes, in what it answers, in each other. */
final class SchemaWalk {

    static final String COMPONENTS = "#/components/schemas/";

    private final OpenAPI api;

    SchemaWalk(OpenAPI api) {
        this.api = api;
    }

    /** The names of the schemas in what requests say. */
    Set<String> taken() {
        return reached(operations()
                .flatMap(operation -> Stream.concat(
                        content(operation.getRequestBody(), body -> body.getContent()),
                        all(operation.getParameters()).map(parameter -> parameter.getSchema()))));
    }

    /** The names of the schemas in answers and refusals. */
    Set<String> given() {
        var shared = values(api.getComponents().getResponses());
        var own = operations()
                .flatMap(operation -> values(operation.getResponses().getAPIResponses()));
        return reached(Stream.concat(shared, own).flatMap(answer -> content(answer, given -> given.getContent())));
    }

    /** The name of the component that a schema refers to, by itself or with more said beside it; null for none. */
    static String reference(Schema schema) {
        return Stream.of(Stream.of(schema), all(schema.getAllOf()), all(schema.getAnyOf()))
                .flatMap(Function.identity())
                .map(Schema::getRef)
                .filter(ref -> ref != null && ref.startsWith(COMPONENTS))
                .map(ref -> ref.substring(COMPONENTS.length()))
                .findFirst()
                .orElse(null);
    }

    private Stream<Operation> operations() {
        return values(api.getPaths().getPathItems()).flatMap(item -> values(item.getOperations()));
    }

    private static <T> Stream<Schema> content(T holder, Function<T, Content> content) {
        var found = holder == null ? null : content.apply(holder);
        return found == null ? Stream.of() : values(found.getMediaTypes()).map(type -> type.getSchema());
    }

    private Set<String> reached(Stream<Schema> schemas) {
        var names = new HashSet<String>();
        schemas.forEach(schema -> reach(schema, names));
        return names;
    }

    private void reach(Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = reference(schema);
            if (names.add(name)) {
                reach(Objects.requireNonNull(api.getComponents().getSchemas().get(name), name), names);
            }
            return;
        }
        within(schema).forEach(inner -> reach(inner, names));
    }

    private static Set<Schema> within(Schema schema) {
        return Stream.of(
                        values(schema.getProperties()),
                        all(schema.getAllOf()),
                        all(schema.getOneOf()),
                        all(schema.getAnyOf()),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema(), schema.getNot())
                                .filter(Objects::nonNull))
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    private static <T> Stream<T> values(Map<?, T> map) {
        return map == null ? Stream.of() : map.values().stream();
    }

    private static <T> Stream<T> all(Collection<T> some) {
        return some == null ? Stream.of() : some.stream();
    }
}
