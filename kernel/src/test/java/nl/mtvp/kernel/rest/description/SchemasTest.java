package nl.mtvp.kernel.rest.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

/** What a description says of what is always there and of what may be null. */
class SchemasTest {

    private final OpenAPI api = OASFactory.createOpenAPI().components(OASFactory.createComponents());

    @Test
    void an_answer_has_all_its_properties_and_a_request_those_that_it_must_say() {
        described();
        assertEquals(List.of("state", "closedState", "remark"), schema("Thing").getRequired());
        assertEquals(List.of("state"), schema("ThingRequest").getRequired());
    }

    @Test
    void what_may_be_null_beside_a_reference_refers_to_a_component_that_may() {
        described();
        assertEquals(
                "#/components/schemas/StateOrNull",
                schema("Thing").getProperties().get("closedState").getRef());
        assertEquals(
                List.of(SchemaType.STRING, SchemaType.NULL),
                schema("StateOrNull").getType());
        assertEquals(Arrays.asList("OPEN", null), schema("StateOrNull").getEnumeration());
        assertEquals(List.of("OPEN"), schema("State").getEnumeration());
        assertEquals(
                "#/components/schemas/State",
                schema("Thing").getProperties().get("state").getRef());
    }

    @Test
    void what_a_request_may_leave_out_it_may_send_as_null() {
        described();
        var asked = schema("ThingRequest").getProperties();
        assertEquals(
                List.of(SchemaType.STRING, SchemaType.NULL), asked.get("remark").getType());
        assertEquals("#/components/schemas/State", asked.get("state").getRef());
        var told = asked.get("wanted");
        assertEquals("What you want", told.getDescription());
        assertNull(told.getRef());
        assertNull(told.getType());
        assertEquals("#/components/schemas/StateOrNull", told.getAllOf().get(0).getRef());
    }

    @Test
    void what_nothing_refers_to_is_left_out() {
        api.getComponents().addSchema("HttpProblem", object());
        described();
        assertEquals(
                Set.of("State", "StateOrNull", "Thing", "ThingRequest"),
                api.getComponents().getSchemas().keySet());
    }

    @Test
    void types_of_one_name_stop_the_build() {
        api.getComponents().addSchema("State1", OASFactory.createSchema().addType(SchemaType.STRING));
        api.getComponents().addSchema("Other", object().addProperty("state", reference("State1")));
        var failure = assertThrows(IllegalStateException.class, () -> described("Other"));
        assertTrue(failure.getMessage().contains("[State1]"), failure.getMessage());
    }

    @Test
    void what_an_answer_unwraps_may_be_null_where_the_answer_says_so() {
        described();
        assertEquals(
                List.of(SchemaType.STRING, SchemaType.NULL),
                schema("Thing").getProperties().get("remark").getType());
    }

    /** As the services write them. */
    @MayBeNull("remark")
    record Thing(Object unwrapped) {}

    private static IndexView indexed() {
        try {
            return Index.of(Thing.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void described() {
        described("Thing");
    }

    private void described(String answer) {
        api.getComponents()
                .addSchema(
                        "State",
                        OASFactory.createSchema().addType(SchemaType.STRING).addEnumeration("OPEN"))
                .addSchema(
                        "Thing",
                        object().addProperty("state", reference("State"))
                                .addProperty(
                                        "closedState",
                                        OASFactory.createSchema()
                                                .anyOf(List.of(
                                                        reference("State"),
                                                        OASFactory.createSchema()
                                                                .addType(SchemaType.NULL))))
                                .addProperty("remark", OASFactory.createSchema().addType(SchemaType.STRING)))
                .addSchema(
                        "ThingRequest",
                        object().addProperty("state", reference("State"))
                                .addProperty("wanted", reference("State").description("What you want"))
                                .addProperty("remark", OASFactory.createSchema().addType(SchemaType.STRING))
                                .required(List.of("state")));
        var operation = OASFactory.createOperation()
                .requestBody(OASFactory.createRequestBody().content(content("ThingRequest")))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("201", OASFactory.createAPIResponse().content(content(answer)))
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(content("Thing"))));
        api.setPaths(OASFactory.createPaths()
                .addPathItem("/things", OASFactory.createPathItem().POST(operation)));
        new Schemas(indexed()).filterOpenAPI(api);
    }

    private Schema schema(String name) {
        return api.getComponents().getSchemas().get(name);
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Content content(String name) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(reference(name)));
    }
}
