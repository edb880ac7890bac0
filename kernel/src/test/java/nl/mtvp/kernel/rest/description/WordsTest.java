package nl.mtvp.kernel.rest.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

/** Which word is told of a property, a parameter or a schema that the code does not describe. */
class WordsTest {

    private static final Vocabulary COMMON = Vocabulary.read(
            yaml(
                    """
            properties:
              agb: The practice
              quarter: The quarter
              Run.quarter: The run's own
            parameters:
              id: Which one
            schemas:
              Agb: A code
            """));

    private static final Vocabulary OF_THE_SERVICE = Vocabulary.read(
            yaml(
                    """
            properties:
              quarter: The quarter in this service
            parameters:
              runs.id: The run
              lines.id: The line
              changeRun.id: The run to change
            """));

    @Test
    void the_more_special_word_wins_then_the_service_s() {
        var run = object(Map.of("quarter", schema(), "agb", schema()));
        var line = object(Map.of("quarter", schema()));
        describe(Map.of("Run", run, "Line", line, "Agb", schema()));
        assertEquals("The run's own", run.getProperties().get("quarter").getDescription());
        assertEquals("The practice", run.getProperties().get("agb").getDescription());
        assertEquals(
                "The quarter in this service",
                line.getProperties().get("quarter").getDescription());
    }

    @Test
    void what_the_code_says_of_its_own_stays_and_what_has_no_word_has_none() {
        var run = object(Map.of("agb", schema().description("Null for an RHO"), "rho", schema()));
        var agb = schema();
        describe(Map.of("Run", run, "Agb", agb));
        assertEquals("Null for an RHO", run.getProperties().get("agb").getDescription());
        assertNull(run.getProperties().get("rho").getDescription());
        assertEquals("A code", agb.getDescription());
    }

    @Test
    void what_stands_within_lists_maps_and_parts_is_told_as_well() {
        var inner = object(Map.of("agb", schema()));
        var part = object(Map.of("quarter", schema()));
        var value = object(Map.of("agb", schema()));
        var run = object(
                        Map.of("lines", schema().items(inner), "byQuarter", schema().additionalPropertiesSchema(value)))
                .addAllOf(part);
        describe(Map.of("Run", run));
        assertEquals("The practice", inner.getProperties().get("agb").getDescription());
        assertEquals("The practice", value.getProperties().get("agb").getDescription());
        assertEquals("The run's own", part.getProperties().get("quarter").getDescription());
    }

    @Test
    void a_parameter_is_told_by_its_operation_then_by_what_the_path_names_before_it() {
        assertEquals("The run to change", told("/runs/{id}/lines", "changeRun"));
        assertEquals("The run", told("/runs/{id}/lines", "listLines"));
        assertEquals("The line", told("/runs/{number}/lines/{id}", "getLine"));
        assertEquals("Which one", told("/payouts/{id}", "getPayout"));
    }

    @Test
    void what_an_operation_takes_and_answers_in_a_schema_of_its_own_is_told() {
        var answer = object(Map.of("agb", schema()));
        var content = OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(answer));
        var operation = OASFactory.createOperation()
                .operationId("makeRun")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(content)));
        new Words(OF_THE_SERVICE, COMMON)
                .filterOpenAPI(OASFactory.createOpenAPI()
                        .paths(OASFactory.createPaths()
                                .addPathItem(
                                        "/runs", OASFactory.createPathItem().POST(operation))));
        assertEquals("The practice", answer.getProperties().get("agb").getDescription());
    }

    @Test
    void a_word_that_is_written_twice_is_refused() {
        var twice = yaml("properties: {agb: The practice, agb: The GP}");
        assertThrows(UncheckedIOException.class, () -> Vocabulary.read(twice));
    }

    private static String told(String path, String operation) {
        var parameter = OASFactory.createParameter().name("id").in(Parameter.In.PATH);
        new Words(OF_THE_SERVICE, COMMON)
                .filterOpenAPI(OASFactory.createOpenAPI()
                        .paths(OASFactory.createPaths()
                                .addPathItem(
                                        path,
                                        OASFactory.createPathItem()
                                                .GET(OASFactory.createOperation()
                                                        .operationId(operation)
                                                        .parameters(List.of(parameter))
                                                        .responses(OASFactory.createAPIResponses())))));
        return parameter.getDescription();
    }

    private static void describe(Map<String, Schema> schemas) {
        new Words(OF_THE_SERVICE, COMMON)
                .filterOpenAPI(OASFactory.createOpenAPI()
                        .paths(OASFactory.createPaths())
                        .components(OASFactory.createComponents().schemas(schemas)));
    }

    private static Schema object(Map<String, Schema> properties) {
        return schema().properties(properties);
    }

    private static Schema schema() {
        return OASFactory.createSchema();
    }

    private static ByteArrayInputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
