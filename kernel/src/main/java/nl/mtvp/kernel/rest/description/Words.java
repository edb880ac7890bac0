package nl.mtvp.kernel.rest.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes each property, parameter and schema that the code does not describe, from one place for each meaning: the
 * words of all services, and those of this one. The more special word wins, then the service's.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 4)
public class Words implements OASFilter {

    private final List<Vocabulary> vocabularies;

    public Words() {
        this(Vocabulary.ofTheService(), Vocabulary.common());
    }

    /** @param vocabularies those that go before others first */
    Words(Vocabulary... vocabularies) {
        this.vocabularies = List.of(vocabularies);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach((name, schema) -> {
                if (schema.getDescription() == null) {
                    schema.setDescription(word(Vocabulary::schemas, name, List.of()));
                }
                describeWithin(name, schema);
            });
        }
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> describe(path, operation)));
    }

    private void describe(String path, Operation operation) {
        var id = operation.getOperationId();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getRef() == null && parameter.getDescription() == null)
                    .forEach(parameter -> parameter.setDescription(
                            word(Vocabulary::parameters, parameter.getName(), places(id, path, parameter.getName()))));
        }
        if (operation.getRequestBody() != null) {
            describeWithin(id, operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(answer -> describeWithin(id, answer.getContent()));
    }

    /**
     * Where a parameter may be said to be, the most special place first: its operation, then what the path names, or what
     * it names before the parameter if that stands in the path.
     */
    private static List<String> places(String operation, String path, String parameter) {
        var places = new ArrayList<String>();
        for (var segment : path.split("/")) {
            if (segment.equals("{" + parameter + "}")) {
                break;
            }
            if (!segment.isEmpty() && !segment.startsWith("{")) {
                places.add(0, segment);
            }
        }
        places.add(0, operation);
        return places;
    }

    private void describeWithin(String operation, Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> describeWithin(operation, media.getSchema()));
        }
    }

    /** @param within the schema's name, or that of the operation which has it without one */
    private void describeWithin(String within, Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                if (property.getDescription() == null) {
                    // Beside a reference it is written as the description of an allOf: OpenAPI 3.0 reads no sibling of
                    // one.
                    property.setDescription(word(Vocabulary::properties, name, List.of(within)));
                }
                describeWithin(within, property);
            });
        }
        Stream.of(schema.getAllOf(), schema.getOneOf(), schema.getAnyOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(part -> describeWithin(within, part));
        describeWithin(within, schema.getItems());
        describeWithin(within, schema.getAdditionalPropertiesSchema());
    }

    private String word(Function<Vocabulary, Map<String, String>> kind, String name, List<String> places) {
        return Stream.concat(places.stream().map(place -> place + "." + name), Stream.of(name))
                .flatMap(key -> vocabularies.stream().map(kind).map(words -> words.get(key)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
