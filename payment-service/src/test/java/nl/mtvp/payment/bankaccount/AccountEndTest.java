package nl.mtvp.payment.bankaccount;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D51: an account ends on a day, with another one or without; D50: who has none then is held. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AccountEndTest {

    private static final String EMIRATES = "AE070331234567890123456";

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    @Inject
    Jdbi jdbi;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-03");
    }

    @Test
    void D50_D51_an_account_ends_without_another_and_what_would_be_transferred_from_that_day_on_is_held() {
        var money = new Money("7257");
        money.account(null, "2023-07-01", Money.iban(7257));
        String first = money.account("01725701", "2023-07-01", Money.iban(1));
        bookings.run("7257", Map.of(contracts.accepted("7257", "01725701", "2023-07-01"), 5_00L));
        clock.moveTo("2023-07-11");
        String last = propose("7257", "01725701", "2023-07-01", "2023-07-20", Money.iban(1))
                .statusCode(201)
                .body("validUntil", is("2023-07-20"))
                .extract()
                .path("id");
        var api = new PaymentApi("7257");
        api.approver()
                .post("/v1/bank-accounts/{id}/approvals", last)
                .then()
                .statusCode(201)
                .body("periods.validFrom", contains("2023-07-01"))
                .body("periods.validUntil", contains("2023-07-20"));
        api.buyer()
                .get("/v1/bank-accounts/{id}", first)
                .then()
                .body("validUntil", nullValue())
                .body("periods.knownUntilAt", contains(not(nullValue())));
        clock.moveTo("2023-07-12");
        String inForce = money.makePayout().statusCode(201).extract().path("id");
        money.lines(inForce).body("held", contains(nullValue()));
        // Five days on which TARGET is open after 13 July is 20 July, when there is no account any more.
        clock.moveTo("2023-07-13");
        money.approvePayout(inForce)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:accounts-changed"))
                .body("detail", containsString("2023-07-20"));
        money.withdrawPayout(inForce).statusCode(201);
        money.makePayout()
                .statusCode(409)
                .body("errors.code", contains("no-account"))
                .body("errors.location", contains(containsString("01725701")));
    }

    @Test
    void D50_D51_everything_wrong_with_an_account_is_said_at_once() {
        propose("7258", "01725801", "2023-07-10", "2023-07-10", EMIRATES)
                .statusCode(400)
                .body("errors.location", contains("/validUntil", "/iban"))
                .body("errors.code", contains("ends-before-it-starts", "outside-sepa"))
                .body(not(containsString(EMIRATES)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a_proposed_account_is_in_force_on_a_day | valid_from | NL91ABNA0417164300
                    an_account_is_in_sepa                   | null       | AE070331234567890123456
                    """)
    void D50_D51_the_database_refuses_an_account_of_no_day_or_outside_sepa(
            String constraint, String validUntil, String iban) {
        new Money("7259").proposeAccount(null, "2023-07-01", Money.iban(7259)).statusCode(201);
        var columns = "uzovi, valid_from, holder_name, street, building_number, post_code, town, country, evidence,"
                + " evidence_digest, proposed_by, proposed_at";
        var violation = assertThrows(
                UnableToExecuteStatementException.class,
                () -> jdbi.useHandle(
                        handle -> handle.execute("insert into bank_account_proposal (id, valid_until, iban, " + columns
                                + ") select gen_random_uuid(), " + validUntil + ", '" + iban + "', " + columns
                                + " from bank_account_proposal where uzovi = '7259'")));
        assertEquals(constraint, Violations.constraint(violation).orElseThrow());
    }

    private static ValidatableResponse propose(
            String uzovi, String agb, String validFrom, String validUntil, String iban) {
        var request = Money.accountOf(uzovi, agb, validFrom, iban);
        request.put("validUntil", validUntil);
        return new PaymentApi(uzovi)
                .buyer()
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/bank-accounts")
                .then();
    }
}
