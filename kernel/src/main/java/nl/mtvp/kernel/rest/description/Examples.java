package nl.mtvp.kernel.rest.description;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Puts examples of request and answer into the API's description, as they were recorded while tests and story ran:
 * {@code META-INF/openapi/examples/} has a file for each operation. Of refusals there is one for each problem type.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public class Examples implements OASFilter {

    private static final String FOLDER = "META-INF/openapi/examples/";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a file holds: by media type, and the answers' by their status before. */
    record Recorded(Map<String, Object> request, Map<String, Map<String, Object>> responses) {}

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                    .values()
                    .forEach(Examples::complete));
        }
    }

    private static void complete(Operation operation) {
        var name = FOLDER + operation.getOperationId() + ".json";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file != null) {
                complete(operation, JSON.readValue(file, new TypeReference<Recorded>() {}));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the examples of " + name, failure);
        }
    }

    static void complete(Operation operation, Recorded recorded) {
        if (operation.getRequestBody() != null) {
            complete(operation.getRequestBody().getContent(), recorded.request());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null) {
                complete(response.getContent(), recorded.responses().getOrDefault(status, Map.of()));
            }
        });
    }

    private static void complete(Content content, Map<String, Object> examples) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, described) -> {
            if (!examples.containsKey(type)) {
                return;
            }
            if (type.equals(PROBLEM)) {
                complete(described, examples.get(type));
            } else {
                described.setExample(examples.get(type));
            }
        });
    }

    private static void complete(MediaType described, Object byProblem) {
        ((Map<?, ?>) byProblem)
                .forEach((problem, value) -> described.addExample(
                        problem.toString(), OASFactory.createExample().value(value)));
    }
}
