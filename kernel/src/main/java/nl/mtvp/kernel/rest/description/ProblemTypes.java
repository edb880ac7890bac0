package nl.mtvp.kernel.rest.description;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mtvp.kernel.rest.command.Idempotency;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Names, at each refusal of an operation, the types of problems that it may be: those that follow from its status and form,
 * and those that {@code META-INF/openapi/problems.yaml} has for it, which tests were seen to get. A type of which the
 * {@link ProblemCatalogue} tells no cause stops the build. For programs they are a list, {@value #EXTENSION}; for people they
 * end the sentence.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class ProblemTypes implements OASFilter {

    /** The extension that lists them. */
    public static final String EXTENSION = "x-problem-types";

    private static final String RESPONSES = "#/components/responses/";

    /** What the edge and the kernel refuse any operation with that describes the status. */
    private static final Map<String, Set<String>> ALWAYS = Map.ofEntries(
            Map.entry(
                    "400", Set.of("invalid-input", "malformed-address", "malformed-header", "header-twice", "no-host")),
            Map.entry("401", Set.of("unauthorized")),
            Map.entry("403", Set.of("forbidden", "not-yours")),
            Map.entry("404", Set.of("not-found")),
            Map.entry("406", Set.of("not-acceptable")),
            Map.entry("412", Set.of("version-is-stale")),
            Map.entry("413", Set.of("too-large")),
            Map.entry("415", Set.of("unsupported-media-type")),
            Map.entry("428", Set.of("version-not-stated")),
            Map.entry("429", Set.of("too-many-at-once")),
            Map.entry("500", Set.of("internal-server-error")),
            Map.entry("503", Set.of("database-unavailable", "too-busy")));

    private final ProblemCatalogue catalogue;
    private final Map<String, Map<String, List<String>>> seen;

    public ProblemTypes() {
        this(ProblemCatalogue.ofTheService(), read());
    }

    /** @param seen by operation and status */
    ProblemTypes(ProblemCatalogue catalogue, Map<String, Map<String, List<String>>> seen) {
        this.catalogue = catalogue;
        this.seen = seen;
    }

    private static Map<String, Map<String, List<String>>> read() {
        try (var written =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/openapi/problems.yaml")) {
            return written == null ? Map.of() : new YAMLMapper().readValue(written, new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var operations = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));
        var gone = new TreeSet<>(seen.keySet());
        gone.removeAll(operations.keySet());
        if (!gone.isEmpty()) {
            throw new IllegalStateException("problems.yaml has operations that are not there: " + gone);
        }
        operations.forEach((id, operation) -> name(api, operation, seen.getOrDefault(id, Map.of())));
        api.getComponents().getResponses().forEach((name, shared) -> operations.values().stream()
                .flatMap(operation -> operation.getResponses().getAPIResponses().entrySet().stream())
                .filter(answer -> (RESPONSES + name).equals(answer.getValue().getRef()))
                .findFirst()
                .ifPresent(answer -> name(shared, ALWAYS.get(answer.getKey()))));
    }

    private void name(OpenAPI api, Operation operation, Map<String, List<String>> its) {
        its.forEach((status, codes) -> {
            if (operation.getResponses().getAPIResponse(status) == null) {
                throw new IllegalStateException(operation.getOperationId() + " was seen to answer " + status + " "
                        + codes + " and describes no such answer");
            }
        });
        operation.getResponses().getAPIResponses().forEach((status, described) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                var codes = new TreeSet<>(ALWAYS.getOrDefault(status, Set.of()));
                if (status.equals("409") && takesKey(operation)) {
                    codes.add("idempotency-key-reused");
                }
                boolean own = described.getRef() == null;
                boolean more = codes.addAll(its.getOrDefault(status, List.of()));
                if (own) {
                    name(described, codes);
                } else if (more) {
                    var shared = api.getComponents()
                            .getResponses()
                            .get(described.getRef().substring(RESPONSES.length()));
                    var copy = OASFactory.createAPIResponse()
                            .description(shared.getDescription())
                            .headers(shared.getHeaders())
                            .content(shared.getContent());
                    name(copy, codes);
                    operation.getResponses().addAPIResponse(status, copy);
                }
            }
        });
    }

    private static boolean takesKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> Idempotency.HEADER.equals(parameter.getName()));
    }

    private void name(APIResponse response, Set<String> codes) {
        codes.stream().filter(code -> catalogue.find(code).isEmpty()).forEach(code -> {
            throw new IllegalStateException("problem-types.yaml tells neither cause nor remedy of " + code);
        });
        if (!codes.isEmpty()) {
            var sorted = List.copyOf(new TreeSet<>(codes));
            response.addExtension(EXTENSION, sorted);
            response.setDescription(response.getDescription() + " (`" + String.join("`, `", sorted) + "`)");
        }
    }
}
