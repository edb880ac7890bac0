package nl.mtvp.payment.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** D50, D51: what no payout and no bank account can be, whoever writes it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PayoutConstraintsTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a_payout_is_in_one_state       | update payout set state = 'PAID' where uzovi = '7244'
                    a_booked_payout_is_whole       | update payout set state = 'BOOKED' where uzovi = '7244'
                    a_withdrawn_payout_says_why    | update payout set state = 'WITHDRAWN' where uzovi = '7244'
                    a_line_is_transferred_or_held  | insert into payout_line select payout_id, 9, 'x', 1, account_id, 'COOLING' from payout_line
                    a_line_is_held_for_a_reason    | insert into payout_line select payout_id, 9, 'x', 1, null, 'LATER' from payout_line
                    an_account_approval_is_whole   | update bank_account_proposal set approved_by = null where uzovi = '7244'
                    an_account_is_in_force_on_a_day | insert into bank_account select gen_random_uuid(), proposal_id, owner, cast('empty' as daterange), known from bank_account
                    an_account_is_known_at_a_moment | insert into bank_account select gen_random_uuid(), proposal_id, owner, valid, cast('empty' as tstzrange) from bank_account
                    """)
    void D50_D51_the_database_refuses_what_no_payout_or_account_can_be(String constraint, String statement) {
        if (new PaymentApi("7244").buyer().get("/v1/payouts").asString().equals("[]")) {
            owing("7244").makePayout().statusCode(201);
        }
        assertEquals(constraint, violated(statement));
    }

    @ParameterizedTest
    @CsvSource({"01724601, x, an_account_is_of_one_owner", ", a:b, an_rho_is_named_plainly"})
    void D51_the_database_refuses_an_account_of_two_owners_or_of_no_plain_name(
            String agb, String rho, String constraint) {
        new Money("7246").proposeAccount(null, "2023-07-01", Money.iban(7246)).statusCode(201);
        var columns = "uzovi, valid_from, iban, holder_name, street, building_number, post_code, town, country,"
                + " evidence, evidence_digest, proposed_by, proposed_at";
        var owner = (agb == null ? "null" : "'" + agb + "'") + ", '" + rho + "'";
        assertEquals(
                constraint,
                violated("insert into bank_account_proposal (id, agb, rho, " + columns + ") select gen_random_uuid(), "
                        + owner + ", " + columns + " from bank_account_proposal where uzovi = '7246'"));
    }

    @Test
    void D50_the_database_refuses_to_book_a_posting_twice_or_to_return_a_transfer_twice() {
        var money = owing("7245");
        String id = money.payout().extract().path("id");
        money.recordReturn(id, 1).statusCode(201);
        assertEquals(
                "a_payout_is_booked_once",
                violated(
                        """
                        insert into payout select gen_random_uuid(), uzovi, state, basis, debtor_account_id, made_by, made_at,
                            approved_by, approved_at, posting_id, execution_on, withdrawn_by, withdrawn_at,
                            withdrawal_reason, remittance from payout where uzovi = '7245'
                        """));
        assertEquals(
                "a_transfer_returns_once",
                violated(
                        """
                        insert into payout_return select payout_id, number,
                            (select id from posting where uzovi = '7245' and number = 1), returned_on, reason, recorded_by,
                            recorded_at
                        from payout_return where payout_id = (select id from payout where uzovi = '7245')
                        """));
    }

    private String violated(String statement) {
        var violation = assertThrows(
                UnableToExecuteStatementException.class, () -> jdbi.useHandle(handle -> handle.execute(statement)));
        return Violations.constraint(violation).orElseThrow();
    }

    private Money owing(String uzovi) {
        var money = new Money(uzovi);
        money.account(null, "2023-07-01", Money.iban(Integer.parseInt(uzovi)));
        money.account("01" + uzovi + "01", "2023-07-01", Money.iban(1));
        bookings.run(uzovi, Map.of(contracts.accepted(uzovi, "01" + uzovi + "01", "2023-07-01"), 5_00L));
        clock.moveTo("2023-07-12");
        return money;
    }
}
