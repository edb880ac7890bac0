package nl.mtvp.kernel.rest.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.rest.description.ProblemCatalogue.Type;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

/** Which types of problems stand at a refusal. */
class ProblemTypesTest {

    private static final ProblemCatalogue CATALOGUE = catalogue("thing-gone", "thing-is-");

    @Test
    void some_follow_from_the_status_and_the_form_and_others_were_seen() {
        var operation = operation();
        named(operation, Map.of("makeThing", Map.of("409", List.of("thing-is-open", "thing-gone"))));
        assertEquals(List.of("unauthorized"), types(operation, "401"));
        assertEquals(List.of("idempotency-key-reused", "thing-gone", "thing-is-open"), types(operation, "409"));
        assertEquals(
                "It is so (`idempotency-key-reused`, `thing-gone`, `thing-is-open`)",
                operation.getResponses().getAPIResponse("409").getDescription());
        assertNull(operation.getResponses().getAPIResponse("201").getExtensions());
    }

    @Test
    void a_shared_refusal_is_copied_where_more_was_seen() {
        var operation = operation();
        var api = named(operation, Map.of());
        assertEquals(
                "#/components/responses/Unavailable",
                operation.getResponses().getAPIResponse("503").getRef());
        var shared = api.getComponents().getResponses().get("Unavailable");
        assertEquals(
                List.of("database-unavailable", "too-busy"),
                shared.getExtensions().get(ProblemTypes.EXTENSION));

        var other = operation();
        named(other, Map.of("makeThing", Map.of("503", List.of("thing-gone"))));
        assertEquals(List.of("database-unavailable", "thing-gone", "too-busy"), types(other, "503"));
        assertTrue(other.getResponses().getAPIResponse("503").getDescription().startsWith("Away ("));
    }

    @Test
    void what_nobody_can_look_up_or_find_stops_the_build() {
        var untold = Map.of("makeThing", Map.of("409", List.of("untold")));
        assertEquals(
                "problem-types.yaml tells neither cause nor remedy of untold",
                assertThrows(IllegalStateException.class, () -> named(operation(), untold))
                        .getMessage());
        var gone = Map.of("breakThing", Map.of("409", List.of("thing-gone")));
        assertThrows(IllegalStateException.class, () -> named(operation(), gone));
        var undescribed = Map.of("makeThing", Map.of("404", List.of("thing-gone")));
        assertThrows(IllegalStateException.class, () -> named(operation(), undescribed));
    }

    private static Object types(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status).getExtensions().get(ProblemTypes.EXTENSION);
    }

    private static OpenAPI named(Operation operation, Map<String, Map<String, List<String>>> seen) {
        var api = OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem("/things", OASFactory.createPathItem().POST(operation)))
                .components(OASFactory.createComponents()
                        .addResponse(
                                "Unavailable", OASFactory.createAPIResponse().description("Away")));
        new ProblemTypes(CATALOGUE, seen).filterOpenAPI(api);
        return api;
    }

    private static Operation operation() {
        var responses = OASFactory.createAPIResponses();
        Map.of("201", "Done", "401", "No token", "409", "It is so")
                .forEach((status, sentence) -> responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().description(sentence)));
        responses.addAPIResponse("503", OASFactory.createAPIResponse().ref("#/components/responses/Unavailable"));
        return OASFactory.createOperation()
                .operationId("makeThing")
                .addParameter(OASFactory.createParameter().name(Idempotency.HEADER))
                .responses(responses);
    }

    private static ProblemCatalogue catalogue(String... more) {
        var types = new TreeMap<>(ProblemCatalogue.common().types());
        List.of(more).forEach(code -> types.put(code, new Type("It is so.", "Leave it.", null)));
        return new ProblemCatalogue(types);
    }
}
