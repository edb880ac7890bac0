package nl.mtvp.payment.bankaccount;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.bankaccount.domain.Cooling;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D51: bank accounts are effective-dated, changed by two people on evidence, and seen by whom they concern. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class BankAccountTest {

    private final Money money = new Money("7101");
    private final PaymentApi api = new PaymentApi("7101");
    private TestClock clock;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void D51_no_iban_is_kept_with_an_answer_and_the_repetition_has_it_all_the_same() {
        var key = UUID.randomUUID().toString();
        var body = Money.accountOf("7101", "01710177", "2023-07-10", Money.iban(77));
        var first = asBuyer(key)
                .body(body)
                .post("/v1/bank-accounts")
                .then()
                .statusCode(201)
                .extract();
        var again = asBuyer(key)
                .body(body)
                .post("/v1/bank-accounts")
                .then()
                .statusCode(201)
                .extract();
        assertEquals(Money.iban(77), again.path("iban"));
        assertEquals(first.asString(), again.asString());
        String kept = jdbi.withHandle(handle -> handle.createQuery(
                        "select string_agg(body::text, ' ') from idempotent_request where operation like '%bank-accounts%'")
                .mapTo(String.class)
                .one());
        assertTrue(kept.contains("01710177"), kept);
        assertTrue(!kept.contains(Money.iban(77)), kept);
    }

    private static io.restassured.specification.RequestSpecification asBuyer(String key) {
        return PaymentApi.as(Tokens.insurer("buyer-7101", List.of("7101"), "insurer"), key)
                .contentType(io.restassured.http.ContentType.JSON);
    }

    @Test
    void D51_an_account_that_no_bank_takes_is_not_approved_however_it_came_to_be_proposed() {
        String id = money.proposeAccount("01710178", "2023-07-10", Money.iban(78))
                .statusCode(201)
                .extract()
                .path("id");
        // As one from before the rule.
        Jdbi.create(url, "postgres", "postgres").useHandle(handle -> {
            handle.execute("set session_replication_role = replica");
            handle.createUpdate("update bank_account_proposal set town = :town, country = 'XX' where id = :id")
                    .bind("town", "x".repeat(36))
                    .bind("id", UUID.fromString(id))
                    .execute();
        });
        api.approver()
                .post("/v1/bank-accounts/{id}/approvals", id)
                .then()
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:account-text"))
                .body("errors.location", contains("address/town", "address/country"));
    }

    /** Whichever of the two was there first, and also when both were proposed before one was approved. */
    @Test
    void D51_no_insurer_pays_itself() {
        var own = Money.iban(91);
        money.account(null, "2023-07-10", own);
        money.proposeAccount("01710191", "2023-07-10", own)
                .statusCode(400)
                .body("type", is("urn:mtvp:problem:account-pays-itself"))
                .body("errors.location", contains("/iban"));
        var both = Money.iban(92);
        String creditors = money.proposeAccount("01710192", "2023-07-10", both)
                .statusCode(201)
                .extract()
                .path("id");
        money.account(null, "2023-07-10", both);
        api.approver()
                .post("/v1/bank-accounts/{id}/approvals", creditors)
                .then()
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:account-pays-itself"));
    }

    @Test
    void D51_another_person_approves_and_so_makes_it_known() {
        String id = money.proposeAccount("01710101", "2023-07-10", Money.iban(1))
                .statusCode(201)
                .body("state", is("PROPOSED"))
                .body("periods", empty())
                .body("iban", is(Money.iban(1)))
                .extract()
                .path("id");
        var both = Tokens.insurer("buyer-7101", List.of("7101"), "insurer", "insurer-approver");
        PaymentApi.as(both)
                .post("/v1/bank-accounts/{id}/approvals", id)
                .then()
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:approver-is-maker"));
        PaymentApi.as(Tokens.system("insurer-7101", Map.of("uzovi", "7101"), "insurer-approver"))
                .post("/v1/bank-accounts/{id}/approvals", id)
                .then()
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
        api.buyer().post("/v1/bank-accounts/{id}/approvals", id).then().statusCode(403);
        new PaymentApi("7102")
                .approver()
                .post("/v1/bank-accounts/{id}/approvals", id)
                .then()
                .statusCode(404);
        api.approver()
                .post("/v1/bank-accounts/{id}/approvals", id)
                .then()
                .statusCode(201)
                .body("state", is("KNOWN"))
                .body("approvedBy", is("approver-7101"))
                .body("periods.validFrom", contains("2023-07-10"))
                .body("periods.knownUntilAt", contains(nullValue()));
        api.approver()
                .post("/v1/bank-accounts/{id}/approvals", id)
                .then()
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:bank-account-already-approved"));
    }

    @Test
    void D50_texts_are_as_long_as_what_banks_get_in_their_place() {
        var request = Money.accountOf("7101", "01710103", "2023-07-10", Money.iban(4));
        request.put("holderName", "ß".repeat(36));
        request.put(
                "address",
                Map.of(
                        "street", "Straße",
                        "buildingNumber", "1",
                        "postCode", "½".repeat(5),
                        "town", "ß".repeat(18),
                        "country", "XX"));
        api.buyer()
                .contentType("application/json")
                .body(request)
                .post("/v1/bank-accounts")
                .then()
                .statusCode(400)
                .body(
                        "errors.location",
                        contains("/address/country", "/holderName", "/address/postCode", "/address/town"))
                .body("errors[3].detail", containsString("s".repeat(36)));
    }

    @Test
    void D51_a_change_closes_what_was_known_and_erases_nothing() {
        String first = money.account("01710102", "2023-07-01", Money.iban(2));
        clock.moveTo("2023-08-10");
        money.account("01710102", "2023-09-01", Money.iban(3));
        api.buyer()
                .get("/v1/bank-accounts/{id}", first)
                .then()
                .body("periods.validFrom", contains("2023-07-01", "2023-07-01"))
                .body("periods.validUntil", contains(nullValue(), is("2023-09-01")))
                .body("periods.knownUntilAt", contains(notNullValue(), nullValue()));
        api.buyer()
                .queryParam("agb", "01710102")
                .get("/v1/bank-accounts")
                .then()
                .body("iban", contains(Money.iban(2), Money.iban(3)));
    }

    @Test
    void D51_an_iban_whose_check_digits_do_not_hold_is_refused_and_not_repeated() {
        var wrong = "NL91ABNA0417164301";
        money.proposeAccount("01710103", "2023-07-10", wrong)
                .statusCode(400)
                .body("errors.location", contains("/iban"))
                .body(not(containsString(wrong)));
    }

    @Test
    void every_fault_of_a_request_is_named_at_once() {
        var request = new HashMap<>(Money.accountOf("7101", "01710104", "2023-07-10", Money.iban(4)));
        request.remove("holderName");
        request.put("evidenceDigest", "abc");
        request.put("address", Map.of("street", "Dorpsstraat", "country", "nl"));
        api.buyer()
                .contentType("application/json")
                .body(request)
                .post("/v1/bank-accounts")
                .then()
                .statusCode(400)
                .body("errors.location", hasItem("/holderName"))
                .body("errors.location", hasItem("/evidenceDigest"))
                .body("errors.location", hasItem("/address/town"))
                .body("errors.location", hasItem("/address/country"));
        request = new HashMap<>(Money.accountOf("7101", "01710104", "2023-07-10", Money.iban(4)));
        request.put("rho", "voorbeeld");
        api.buyer()
                .contentType("application/json")
                .body(request)
                .post("/v1/bank-accounts")
                .then()
                .statusCode(400)
                .body("errors.code", contains("two-owners"));
    }

    @Test
    void D51_each_sees_its_own_and_a_practice_sees_it_masked() {
        String id = money.account("01710105", "2023-07-10", Money.iban(5));
        money.account("01710106", "2023-07-10", Money.iban(6));
        var practice = PaymentApi.as(Tokens.practice("p", List.of("01710105"), "12345678", "practice"));
        practice.get("/v1/bank-accounts")
                .then()
                .statusCode(200)
                .body("agb", contains("01710105"))
                .body("iban", contains("NL" + "*".repeat(12) + Money.iban(5).substring(14)));
        PaymentApi.as(Tokens.practice("p", List.of("01710106"), "12345678", "practice"))
                .get("/v1/bank-accounts/{id}", id)
                .then()
                .statusCode(404);
        new PaymentApi("7102").buyer().get("/v1/bank-accounts/{id}", id).then().statusCode(404);
        new PaymentApi("7102")
                .buyer()
                .queryParam("uzovi", "7101")
                .get("/v1/bank-accounts")
                .then()
                .body("", empty());
        api.buyer().queryParam("limit", 1).get("/v1/bank-accounts").then().body("", hasSize(1));
        api.auditor().get("/v1/bank-accounts/{id}", id).then().body("iban", is(Money.iban(5)));
        api.auditor()
                .contentType("application/json")
                .body(Money.accountOf("7101", "01710105", "2023-07-10", Money.iban(5)))
                .post("/v1/bank-accounts")
                .then()
                .statusCode(403);
    }

    @Test
    void D51_a_signatory_and_an_rho_see_it_masked_too() {
        money.account("01710109", "2023-07-10", Money.iban(9));
        money.account("rho:gemaskeerd", "2023-07-10", Money.iban(9));
        var masked = "NL" + "*".repeat(12) + Money.iban(9).substring(14);
        for (var token : List.of(
                Tokens.practice("p", List.of("01710109"), "12345678", "signatory"),
                Tokens.rho("r", "gemaskeerd", "rho"))) {
            PaymentApi.as(token).get("/v1/bank-accounts").then().body("iban", contains(masked));
        }
    }

    @Test
    void D51_four_eyes_and_check_digits_hold_in_the_database_too() {
        var id = UUID.fromString(money.proposeAccount("01710107", "2023-07-10", Money.iban(7))
                .extract()
                .path("id"));
        assertEquals(
                "an_account_is_approved_by_another",
                violated(
                        "update bank_account_proposal set approved_by = proposed_by, approved_at = proposed_at where id = '"
                                + id + "'"));
        assertEquals(
                "the_check_digits_of_an_iban_hold",
                violated(
                        """
                        insert into bank_account_proposal (id, uzovi, valid_from, iban, holder_name, street,
                            building_number, post_code, town, country, evidence, evidence_digest, proposed_by, proposed_at)
                        select gen_random_uuid(), uzovi, valid_from, 'NL91ABNA0417164301', holder_name, street,
                            building_number, post_code, town, country, evidence, evidence_digest, proposed_by, proposed_at
                        from bank_account_proposal limit 1
                        """));
    }

    @Test
    void D51_one_account_is_in_force_on_a_day() {
        money.account("01710108", "2023-07-10", Money.iban(8));
        assertEquals(
                "one_account_per_day_and_moment",
                violated(
                        """
                        insert into bank_account (id, proposal_id, owner, valid, known)
                        select gen_random_uuid(), proposal_id, owner, '[2023-08-01,2023-08-02)', known
                        from bank_account where owner = 'creditor:7101:agb:01710108'
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank_account", "bank_account_proposal"})
    void D51_what_was_known_is_never_deleted(String table) {
        var owner = Jdbi.create(url, "owner", "owner");
        for (var statement : List.of("delete from " + table, "truncate " + table + " cascade")) {
            assertTrue(refusal(jdbi, statement).contains("permission denied"), statement);
            assertTrue(refusal(owner, statement).contains("only grows"), statement);
        }
        assertTrue(refusal(jdbi, "update bank_account_proposal set iban = iban").contains("permission denied"));
    }

    @Test
    void D51_the_cooling_time_passes_in_working_days() {
        // Good Friday and Easter Monday of 2023 are no working days.
        assertEquals(LocalDate.of(2023, 4, 14), Cooling.over(LocalDate.of(2023, 4, 5), 5));
        assertEquals(LocalDate.of(2023, 4, 5), Cooling.over(LocalDate.of(2023, 4, 5), 0));
    }

    private String violated(String statement) {
        var violation = assertThrows(
                UnableToExecuteStatementException.class, () -> jdbi.useHandle(handle -> handle.execute(statement)));
        return Violations.constraint(violation).orElseThrow();
    }

    private static String refusal(Jdbi jdbi, String statement) {
        return assertThrows(
                        UnableToExecuteStatementException.class,
                        () -> jdbi.useHandle(handle -> handle.execute(statement)))
                .getMessage();
    }
}
