package nl.mtvp.payment.explanation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.Test;

/** D53: what is answered keeps to the JSON Schema that is published for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ExplanationSchemaTest {

    private static final String UZOVI = "8410";
    private static final String AGB = "01841001";

    private final PaymentApi api = new PaymentApi(UZOVI);

    @Inject
    ContractEvents contracts;

    @Inject
    ObjectMapper json;

    @Test
    void D53_real_explanations_of_every_kind_of_line_keep_to_the_published_schema() throws IOException {
        var clock = TestClock.at("2023-07-10");
        var schema = schema();
        var contract = contracts.accepted(UZOVI, AGB, "2023-04-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-04-01", Registrations.of(Map.of(AGB, 42)));
        var causes = new TreeSet<String>();
        validated(schema, causes);
        clock.moveTo("2023-10-10");
        api.tariff("2023-04-01", "2.95");
        api.deliver("2023-04-01", Registrations.of(Map.of(AGB, 41)));
        contracts.stopped(contract, "2023-06-15");
        contracts.clawback(contract, "2023-05-01", "2023-06-01", "33.33");
        validated(schema, causes);
        assertEquals(
                new TreeSet<>(Set.of(
                        "RETROACTIVE",
                        "ION_CORRECTION",
                        "TARIFF_REVISION",
                        "COVERAGE",
                        "CLAWBACK",
                        "NO_DELIVERY",
                        "ENDED")),
                causes);
    }

    @Test
    void the_schema_is_served_to_everybody_and_refuses_what_is_no_explanation() throws IOException {
        given().get("/v1/schemas/explanation.json")
                .then()
                .statusCode(200)
                .contentType(containsString("application/json"))
                .header("X-Content-Type-Options", is("nosniff"))
                .body("'$schema'", is("https://json-schema.org/draft/2020-12/schema"));
        assertFalse(schema().validate(json.createObjectNode()).isEmpty());
    }

    private void validated(JsonSchema schema, Set<String> seen) throws IOException {
        String run = api.run("2023-Q3").extract().path("id");
        for (var line : api.lines(run)) {
            var answer = explained(line.get("id").toString());
            assertEquals(Set.<ValidationMessage>of(), schema.validate(answer), answer.toPrettyString());
            answer.path("parts").forEach(part -> seen.add(part.path("cause").asText()));
            if (answer.path("zeroReason").isTextual()) {
                seen.add(answer.path("zeroReason").asText());
            }
            for (var spoilt : spoilt(answer)) {
                assertFalse(schema.validate(spoilt).isEmpty(), spoilt.toPrettyString());
            }
        }
    }

    /** The same answer without a property that must be there, with one that may not, and with an amount as a number. */
    private static Set<JsonNode> spoilt(JsonNode answer) {
        ObjectNode less = answer.deepCopy();
        less.remove("arithmetic");
        ObjectNode more = answer.deepCopy();
        more.put("bsn", "no");
        ObjectNode other = answer.deepCopy();
        ((ObjectNode) other.path("due")).put("total", 1);
        return Set.of(less, more, other);
    }

    private JsonNode explained(String line) throws IOException {
        return json.readTree(api.auditor()
                .get("/v1/explanations/{id}", line)
                .then()
                .statusCode(200)
                .header("Link", containsString("describedby"))
                .extract()
                .asString());
    }

    private static JsonSchema schema() {
        var served = given().get("/v1/schemas/explanation.json").asString();
        var formats =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(served, formats);
    }
}
