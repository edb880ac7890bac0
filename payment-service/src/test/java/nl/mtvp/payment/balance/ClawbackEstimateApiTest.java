package nl.mtvp.payment.balance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D34 over HTTP: what a clawback would take, for the contract's insurer and for contract-service. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ClawbackEstimateApiTest {

    private final PaymentApi api = new PaymentApi("9101");

    @Inject
    ContractEvents contracts;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-12-10");
    }

    @Test
    void D34_example_5_with_the_share_of_example_6_is_told_to_insurer_and_service_and_orders_nothing() {
        var contract = contracts.accepted("9101", "01910101", "2023-10-01");
        contracts.share(contract, "2023-10-01", null, "12.5");
        api.tariff("2023-04-01", "2.95");
        api.deliver("2023-10-01", Registrations.of(Map.of("01910101", 4_260)));
        contracts.stopped(contract, "2023-11-15");
        for (var caller : List.of(api.buyer(), api.approver(), service())) {
            estimate(caller, contract.id().toString(), "2023-10-01", "2024-03-01", "100")
                    .statusCode(200)
                    .body("contractId", is(contract.id().toString()))
                    .body("uzovi", is("9101"))
                    .body("quarters.quarter", contains("2023-Q4"))
                    .body("quarters[0].dueNow.practice", is("5378.54"))
                    .body("quarters[0].dueNow.rho", is("768.36"))
                    .body("quarters[0].dueWith.practice", is("0.00"))
                    .body("quarters[0].dueWith.rho", is("0.00"))
                    .body("quarters[0].takes.practice", is("5378.54"))
                    .body("quarters[0].takes.rho", is("768.36"))
                    .body("total.practice", is("5378.54"))
                    .body("total.rho", is("768.36"))
                    .body("knownAt", startsWith("2023-12-10T11:00:00"));
        }
        api.buyer()
                .queryParam("quarter", "2023-Q4")
                .get("/v1/entitlements")
                .then()
                .body("due.total", contains("6146.90"));
        estimate(api.buyer(), contract.id().toString(), "2022-01-01", "2023-10-01", "100")
                .statusCode(200)
                .body("quarters", empty())
                .body("total.practice", is("0.00"));
    }

    @Test
    void D34_every_fault_of_the_question_is_named() {
        estimate(api.buyer(), "0188af0c-5100-7000-9a53-74edd6a6c00c", "2023-10-01", "2023-10-01", "100.01")
                .statusCode(400)
                .body("errors.location", containsInAnyOrder("until", "percentage"));
        estimate(api.buyer(), "no uuid", "2023-10-01", "2023-11-01", "100").statusCode(400);
        api.buyer().get("/v1/clawback-estimates").then().statusCode(400);
    }

    @Test
    void D34_another_insurers_contract_is_not_there_and_other_roles_are_refused() {
        var contract = contracts.accepted("9102", "01910201", "2023-10-01").id().toString();
        estimate(api.buyer(), contract, "2023-10-01", "2023-11-15", "100")
                .statusCode(404)
                .body("type", is("urn:mtvp:problem:contract-not-found"));
        var practice = PaymentApi.as(Tokens.practice("p", List.of("01910201"), "12345678", "practice"));
        estimate(practice, contract, "2023-10-01", "2023-11-15", "100").statusCode(403);
        estimate(api.auditor(), contract, "2023-10-01", "2023-11-15", "100").statusCode(403);
    }

    private static RequestSpecification service() {
        return PaymentApi.as(Tokens.system("contract-service", Map.of(), "service"));
    }

    private static ValidatableResponse estimate(
            RequestSpecification caller, String contract, String from, String until, String percentage) {
        return caller.queryParam("contractId", contract)
                .queryParam("from", from)
                .queryParam("until", until)
                .queryParam("percentage", percentage)
                .get("/v1/clawback-estimates")
                .then();
    }
}
