package nl.mtvp.payment.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * No command is forgotten. Those that take an Idempotency-Key have their effect in the kernel's transaction, where the
 * record is written; {@link CommandsAreRecorded} holds each of them to it in its own tests. The others are played here.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class EveryCommandTest {

    @Inject
    ContractEvents contracts;

    @Inject
    Jdbi jdbi;

    @Test
    void every_command_of_the_description_leaves_a_record() {
        TestClock.at("2023-10-10");
        playTheStory(new PaymentApi("2410"));
        var commands = commands();
        var recorded = recorded();
        var played = Set.of(
                "proposeTariff",
                "approveTariff",
                "announceDelivery",
                "sendContent",
                "makeRun",
                "withdrawRun",
                "approveRun",
                "acknowledgeMassMove");
        var forgotten = new TreeSet<String>();
        commands.forEach((operation, takesKey) -> {
            boolean safe = takesKey && !played.contains(operation)
                    || CommandsAreRecorded.CHANGE_NOTHING.contains(operation)
                    || recorded.contains(operation);
            if (!safe) {
                forgotten.add(operation);
            }
        });
        assertEquals(Set.of(), forgotten, "play them here, or let them take an Idempotency-Key");
    }

    private void playTheStory(PaymentApi api) {
        contracts.accepted("2410", "01241001", "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of("01241001", 60)));
        api.deliver("2023-10-01", Registrations.of(Map.of("01241001", 160)));
        String first = api.makeRun("2023-Q3").statusCode(200).extract().path("id");
        api.withdrawRun(first).statusCode(201);
        String move = api.buyer()
                .queryParam("uzovi", "2410")
                .get("/v1/ion-mass-moves")
                .then()
                .extract()
                .path("[0].id");
        api.approver()
                .contentType("application/json")
                .body(Map.of("reason", "a colleague's patients came over"))
                .post("/v1/ion-mass-moves/{id}/acknowledgements", move)
                .then()
                .statusCode(201);
        api.run("2023-Q4");
    }

    private Set<String> recorded() {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(
                        "select operation from audit_record where uzovi = '2410' and subject like '%-2410'")
                .mapTo(String.class)
                .list()));
    }

    /** Each operation that is neither GET nor HEAD, and whether it takes an Idempotency-Key. */
    @SuppressWarnings("unchecked")
    private static Map<String, Boolean> commands() {
        Map<String, Map<String, Object>> paths =
                given().get("/v1/openapi.json").then().statusCode(200).extract().path("paths");
        var commands = new HashMap<String, Boolean>();
        paths.values().forEach(path -> List.of("post", "put", "patch", "delete").forEach(method -> {
            if (path.get(method) instanceof Map<?, ?> operation) {
                var parameters = (List<Map<String, Object>>) operation.get("parameters");
                commands.put(
                        operation.get("operationId").toString(),
                        parameters != null
                                && parameters.stream()
                                        .anyMatch(parameter -> Idempotency.HEADER.equals(parameter.get("name"))));
            }
        }));
        return commands;
    }
}
