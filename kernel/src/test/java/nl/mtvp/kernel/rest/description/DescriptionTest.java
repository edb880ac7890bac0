package nl.mtvp.kernel.rest.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.rest.command.Idempotency;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

/** What an operation that writes nothing of its own answers and refuses. */
class DescriptionTest {

    private static final String AS_SCANNED = "OK";

    private static final IndexView OPERATIONS = indexed();

    @Test
    void an_operation_must_write_what_it_answers_when_it_writes_how_it_refuses() {
        var item = OASFactory.createPathItem().POST(operation("409", "Taken"));
        var failure = assertThrows(IllegalStateException.class, () -> described(item));
        assertTrue(failure.getMessage().startsWith("makeThing "), failure.getMessage());
    }

    @Test
    void the_answer_of_a_post_is_201_unless_it_is_written() {
        var made = operation("200", AS_SCANNED);
        described(OASFactory.createPathItem().POST(made));
        assertEquals(
                List.of("201", "400", "401", "403", "404", "406", "409", "429", "500", "503"),
                List.copyOf(made.getResponses().getAPIResponses().keySet()));

        var frozen = operation("200", AS_SCANNED);
        frozen.getResponses()
                .addAPIResponse("201", OASFactory.createAPIResponse().description("FROZEN again"));
        described(OASFactory.createPathItem().POST(frozen));
        assertEquals("FROZEN again", sentence(frozen, "201"));
        assertNotNull(frozen.getResponses().getAPIResponse("201").getContent());

        var compared = operation("200", "The verdict");
        described(OASFactory.createPathItem().POST(compared));
        assertEquals("The verdict", sentence(compared, "200"));
    }

    @Test
    void a_key_has_the_type_of_all_keys_and_a_default_that_of_its_parameter() {
        var key = OASFactory.createParameter().name(Idempotency.HEADER).in(Parameter.In.HEADER);
        var flag = OASFactory.createParameter()
                .name("overdue")
                .in(Parameter.In.QUERY)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.BOOLEAN)
                        .defaultValue("false"));
        var made = operation("200", "Done").addParameter(key).addParameter(flag);
        described(OASFactory.createPathItem().POST(made));
        assertEquals(List.of(Schema.SchemaType.STRING), key.getSchema().getType());
        assertEquals(false, flag.getSchema().getDefaultValue());
        assertEquals("The Idempotency-Key came before, with another body", sentence(made, "409"));
    }

    @Test
    void what_is_sent_by_the_line_is_done_once_for_its_key() {
        var lines = OASFactory.createRequestBody()
                .content(OASFactory.createContent().addMediaType("text/csv", OASFactory.createMediaType()));
        var imported = operation("200", "A result for each line").requestBody(lines);
        described(OASFactory.createPathItem().POST(imported));
        assertEquals(
                List.of(Idempotency.HEADER),
                imported.getParameters().stream().map(Parameter::getName).toList());
        assertEquals("The Idempotency-Key came before, with another body", sentence(imported, "409"));

        var checked = operation("200", "The verdict").requestBody(OASFactory.createRequestBody());
        described(OASFactory.createPathItem().POST(checked));
        assertNull(checked.getParameters());
    }

    @Test
    void what_is_read_is_described_by_its_summary_and_what_is_put_is_so_from_now_on() {
        var read = operation("200", AS_SCANNED);
        var put = operation("200", AS_SCANNED).requestBody(OASFactory.createRequestBody());
        described(OASFactory.createPathItem().GET(read).PUT(put));
        assertEquals("A thing", sentence(read, "200"));
        assertEquals("As it is from now on", sentence(put, "200"));
        assertTrue(sentence(read, "400").startsWith("A parameter is"));
        assertTrue(sentence(put, "400").startsWith("Fields or parameters are"));
        assertTrue(sentence(read, "404").startsWith("There is nothing by that name"));
        assertTrue(sentence(put, "404").startsWith("There is nothing by that name"));
    }

    @Test
    void what_a_method_says_of_its_own_stands_at_its_status() {
        var frozen = operation("200", AS_SCANNED).operationId("refuses").description("Rule D20.");
        described(OASFactory.createPathItem().POST(frozen));
        assertEquals("FROZEN again", sentence(frozen, "201"));
        assertNotNull(frozen.getResponses().getAPIResponse("201").getContent());
        assertEquals("Frozen before", sentence(frozen, "409"));
        assertEquals("Payment-service is away", sentence(frozen, "503"));
        assertTrue(sentence(frozen, "400").startsWith("A parameter is"));
        assertEquals("Rule D20. Roles: rho, notary.", frozen.getDescription());

        var read = operation("200", AS_SCANNED).operationId("tells").description("");
        described(OASFactory.createPathItem().GET(read));
        assertEquals("The years", sentence(read, "200"));
        assertEquals("Role: auditor.", read.getDescription());
    }

    @Test
    void a_sentence_of_one_operation_is_not_told_of_another() {
        var shared = OASFactory.createAPIResponse().description("Not Allowed");
        var own = operation("200", AS_SCANNED).operationId("refuses");
        own.getResponses().addAPIResponse("403", shared);
        var other = operation("200", AS_SCANNED);
        other.getResponses().addAPIResponse("403", shared);
        described(OASFactory.createPathItem().POST(own).GET(other));
        assertEquals("You froze it yourself", sentence(own, "403"));
        assertEquals("The token's roles or parties do not reach this", sentence(other, "403"));
    }

    @Test
    void two_methods_of_one_operation_tell_both_of_their_sentences_and_what_persons_do_says_so() {
        var both = operation("200", AS_SCANNED).operationId("takes").description("Rule D24.");
        described(OASFactory.createPathItem().POST(both));
        assertEquals("A field is malformed. No line at all", sentence(both, "400"));
        assertEquals("Rule D24. Role: signatory; a logged-in person.", both.getDescription());
    }

    @Test
    void an_operation_that_tells_more_of_its_roles_tells_them_itself() {
        var own = operation("200", AS_SCANNED).operationId("tells").description("Role: auditor, of its insurers.");
        described(OASFactory.createPathItem().GET(own));
        assertEquals("Role: auditor, of its insurers.", own.getDescription());
    }

    @Test
    void what_is_changed_as_it_was_read_names_its_version() {
        var changed = operation("200", AS_SCANNED)
                .addParameter(OASFactory.createParameter().name("If-Match").in(Parameter.In.HEADER));
        described(OASFactory.createPathItem().PUT(changed));
        assertEquals("It changed since you read it: read it again", sentence(changed, "412"));
        assertEquals("If-Match is missing", sentence(changed, "428"));
    }

    @Test
    void one_of_the_roles_that_the_code_lets_in_is_enough() {
        var frozen = operation("200", AS_SCANNED).operationId("refuses");
        described(OASFactory.createPathItem().POST(frozen));
        assertEquals(
                List.of(Map.of("oauth2", List.of("rho")), Map.of("oauth2", List.of("notary"))),
                frozen.getSecurity().stream()
                        .map(SecurityRequirement::getSchemes)
                        .toList());
    }

    @Test
    void answers_tell_the_headers_that_they_have() {
        var made = operation("200", AS_SCANNED);
        var listed = operation("200", AS_SCANNED)
                .addParameter(OASFactory.createParameter().name("limit").in(Parameter.In.QUERY));
        var changed = operation("200", AS_SCANNED)
                .addParameter(OASFactory.createParameter().name("If-Match").in(Parameter.In.HEADER));
        described(OASFactory.createPathItem().POST(made).GET(listed).PUT(changed));
        assertEquals(Set.of("API-Version", "Location", "X-Request-Id"), headers(made, "201"));
        assertEquals(Set.of("API-Version", "Link", "X-Request-Id"), headers(listed, "200"));
        assertEquals(Set.of("API-Version", "ETag", "X-Request-Id"), headers(changed, "200"));
        assertEquals(Set.of("X-Request-Id"), headers(changed, "412"));
    }

    @Test
    void whatever_shows_what_has_versions_tells_its_version() {
        var changed = operation("200", AS_SCANNED)
                .addParameter(OASFactory.createParameter().name("If-Match").in(Parameter.In.HEADER));
        var made = operation("200", AS_SCANNED);
        var other = operation("200", AS_SCANNED);
        Stream.of(changed, made).forEach(operation -> operation
                .getResponses()
                .getAPIResponse("200")
                .setContent(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Thing")))));
        described(OASFactory.createPathItem().PUT(changed).POST(made).GET(other));
        assertEquals(Set.of("API-Version", "ETag", "Location", "X-Request-Id"), headers(made, "201"));
        assertEquals(Set.of("API-Version", "X-Request-Id"), headers(other, "200"));
    }

    @Test
    void a_list_that_has_a_version_tells_of_both() {
        var listed = operation("200", AS_SCANNED)
                .addParameter(OASFactory.createParameter().name("limit").in(Parameter.In.QUERY))
                .addParameter(OASFactory.createParameter().name("If-Match").in(Parameter.In.HEADER));
        described(OASFactory.createPathItem().GET(listed));
        assertEquals(Set.of("API-Version", "ETag", "Link", "X-Request-Id"), headers(listed, "200"));
    }

    private static Set<String> headers(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status).getHeaders().keySet();
    }

    @Test
    void a_refusal_of_its_own_stays() {
        var read = operation("404", "Nobody declared it");
        read.getResponses().addAPIResponse("200", response("By code"));
        described(OASFactory.createPathItem().GET(read));
        assertEquals("Nobody declared it", sentence(read, "404"));
        assertEquals("By code", sentence(read, "200"));
    }

    @Test
    void the_same_is_known_of_an_operation_s_method() {
        var created = Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(Idempotency::answersCreated)
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertEquals(Set.of("makes", "makesOrRefuses", "freezes"), created);
    }

    /** As the services write them. */
    interface Operations {
        @POST
        String makes();

        @POST
        @APIResponseSchema(String.class)
        @org.eclipse.microprofile.openapi.annotations.responses.APIResponse(responseCode = "409", description = "Taken")
        String makesOrRefuses();

        @POST
        @APIResponseSchema(value = String.class, responseCode = "201", responseDescription = "FROZEN again")
        String freezes();

        @POST
        @APIResponseSchema(value = String.class, responseDescription = "The verdict")
        String compares();

        @POST
        @APIResponseSchema(value = String.class, responseCode = "200", responseDescription = "A result for each line")
        String takesLines();

        @POST
        @org.eclipse.microprofile.openapi.annotations.responses.APIResponse(responseCode = "204", description = "Gone")
        void forgets();

        @GET
        String reads();
    }

    /** With sentences of its own, under roles of its class and of a method. */
    @Path("/described")
    @RolesAllowed({"rho", "notary"})
    interface Described {
        @POST
        @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Freezes", description = "Rule D20.")
        @Answers(
                done = "FROZEN again",
                forbidden = "You froze it yourself",
                conflict = "Frozen before",
                away = "Payment-service is away")
        void refuses();

        @GET
        @RolesAllowed("auditor")
        @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Tells")
        @Answers(done = "The years")
        void tells();

        @POST
        @RolesAllowed("signatory")
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "takes", description = "Rule D24.")
        @Answers(invalid = "A field is malformed")
        void takes();

        @POST
        @RolesAllowed("signatory")
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "takes", description = "Rule D24.")
        @Answers(invalid = "No line at all")
        void takesMany();
    }

    private static IndexView indexed() {
        try {
            return Index.of(Described.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void described(PathItem item) {
        new Description(OPERATIONS)
                .filterOpenAPI(OASFactory.createOpenAPI()
                        .paths(OASFactory.createPaths().addPathItem("/v1/things/{id}", item)));
    }

    private static Operation operation(String status, String sentence) {
        return OASFactory.createOperation()
                .operationId("makeThing")
                .summary("A thing")
                .responses(OASFactory.createAPIResponses().addAPIResponse(status, response(sentence)));
    }

    private static APIResponse response(String sentence) {
        return OASFactory.createAPIResponse().description(sentence).content(OASFactory.createContent());
    }

    private static String sentence(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status).getDescription();
    }
}
