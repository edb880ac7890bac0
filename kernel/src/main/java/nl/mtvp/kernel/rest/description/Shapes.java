package nl.mtvp.kernel.rest.description;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.body.NdJson;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** What operations take and answer, as far as the scan tells. */
final class Shapes {

    private static final Set<String> LINES = Set.of(Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE);

    private Shapes() {}

    /** Whether it has a parameter of that name. */
    static boolean takes(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    /** Whether it is sent many things by the line: each is done, or refused, once for a key. */
    static boolean takesLines(HttpMethod method, Operation operation) {
        return method == HttpMethod.POST
                && operation.getRequestBody() != null
                && operation.getRequestBody().getContent() != null
                && operation.getRequestBody().getContent().getMediaTypes().keySet().stream()
                        .anyMatch(LINES::contains);
    }

    /** Whether it answers more than that it is done. */
    static boolean hasContent(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .anyMatch(response ->
                        response.getKey().startsWith("2") && response.getValue().getContent() != null);
    }

    /** The components that an operation answers with. */
    static Stream<String> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent())
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(type -> type.getSchema())
                .filter(Objects::nonNull)
                .map(SchemaWalk::reference)
                .filter(Objects::nonNull);
    }
}
