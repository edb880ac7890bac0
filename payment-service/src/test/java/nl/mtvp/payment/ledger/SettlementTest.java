package nl.mtvp.payment.ledger;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.Settlement;
import nl.mtvp.payment.testing.PaymentApi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** D48: settlements are booked and sealed like runs, in the same chain, between the accounts of their cause. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SettlementTest {

    private static final Instant NOW = Instant.parse("2024-01-15T11:00:00Z");

    @Inject
    Sql sql;

    @Inject
    Booking booking;

    @Inject
    Transactions transactions;

    @Test
    void D48_a_settlement_is_sealed_in_the_insurers_chain() {
        var uzovi = new Uzovi("7050");
        var practice = new Creditor(uzovi, new Agb("01705001"), null);
        var rho = new Creditor(uzovi, null, "voorbeeld");
        transactions.perform(() -> {
            booking.settlements(
                    uzovi,
                    List.of(
                            new Settlement(practice, EntryCause.PAYOUT, -1_00),
                            new Settlement(rho, EntryCause.PAYOUT, -2_00)),
                    NOW);
            booking.settlements(uzovi, List.of(new Settlement(practice, EntryCause.PAYOUT_RETURNED, 1_00)), NOW);
        });
        var api = new PaymentApi("7050");
        api.auditor()
                .queryParam("uzovi", "7050")
                .get("/v1/postings")
                .then()
                .statusCode(200)
                .body("kind", contains("SETTLEMENT", "SETTLEMENT"))
                .body("runId", contains(nullValue(), nullValue()))
                .body("entries", contains(2, 1));
        api.auditor()
                .queryParam("uzovi", "7050")
                .get("/v1/ledger-entries")
                .then()
                .statusCode(200)
                .body("cause", contains("PAYOUT", "PAYOUT", "PAYOUT_RETURNED"))
                .body("debit", contains("creditor:7050:agb:01705001", "creditor:7050:rho:voorbeeld", "bank:7050"))
                .body("credit", contains("bank:7050", "bank:7050", "creditor:7050:agb:01705001"))
                .body("transferred", contains("1.00", "2.00", "1.00"))
                .body("quarter", contains("2024-Q1", "2024-Q1", "2024-Q1"))
                .body("agb", contains(is("01705001"), nullValue(), is("01705001")));
        api.auditor()
                .contentType("application/json")
                .body(Map.of("uzovi", "7050"))
                .post("/v1/postings/verifications")
                .then()
                .body("intact", is(true))
                .body("entries", is(3));
        assertEquals(List.of(), api.payments(Map.of("uzovi", "7050")), "nothing was booked by a run");
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryCause.class,
            mode = Mode.INCLUDE,
            names = {"PAYOUT", "PAYOUT_RETURNED", "TO_COLLECTION", "FROM_COLLECTION"})
    void D50_a_settlement_is_never_of_nothing_or_the_other_way_round(EntryCause cause) {
        var creditor = new Creditor(new Uzovi("7051"), new Agb("01705101"), null);
        long sign = cause == EntryCause.PAYOUT || cause == EntryCause.FROM_COLLECTION ? 1 : -1;
        assertThrows(IllegalArgumentException.class, () -> new Settlement(creditor, cause, 0));
        assertThrows(IllegalArgumentException.class, () -> new Settlement(creditor, cause, sign));
        assertThrows(IllegalArgumentException.class, () -> new Settlement(creditor, EntryCause.SUCCESSION, 0));
        assertThrows(IllegalArgumentException.class, () -> new Settlement(creditor, EntryCause.REGULAR, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "PAYOUT, bank:7052, creditor:7052:agb:01705201, an_entry_moves_between_the_accounts_of_its_cause",
        "PAYOUT, creditor:7052:agb:01705201, scheme:7052, an_entry_moves_between_the_accounts_of_its_cause",
        "PAYOUT, creditor:7052:agb:01705201, bank:7051, an_account_is_of_the_insurer",
        "PAYOUT, creditor:7051:agb:01705201, bank:7052, an_account_is_of_the_insurer",
        "PAYOUT, creditor:7052:agb:1705201, bank:7052, a_creditor_is_a_practice_or_an_rho",
        "PAYOUT, creditor:7052:agb:01705202, bank:7052, an_entry_names_the_practice_of_its_creditor",
        "PAYOUT, creditor:7052:agb:01705201, bank:7052:x, the_other_account_is_the_insurers_own",
        "TO_COLLECTION, creditor:7052:agb:01705201, collection:7052, an_entry_moves_between_the_accounts_of_its_cause",
        "REGULAR, scheme:7052, creditor:7052:agb:01705201, only_a_line_is_about_a_contract",
        "GIFT, scheme:7052, creditor:7052:agb:01705201, an_entry_moves_between_the_accounts_of_its_cause",
    })
    void D48_the_database_refuses_an_entry_between_other_accounts(
            String cause, String debit, String credit, String constraint) {
        var violation = assertThrows(
                UnableToExecuteStatementException.class,
                () -> transactions.perform(() -> sql.update(
                                """
                                insert into ledger_entry
                                    (posting_id, number, uzovi, agb, quarter, cause, debit, credit, cents)
                                values (gen_random_uuid(), 1, '7052', '01705201', '2024-01-01', :cause, :debit, :credit,
                                    1)
                                """)
                        .bind("cause", cause)
                        .bind("debit", debit)
                        .bind("credit", credit)
                        .execute()));
        assertEquals(constraint, Violations.constraint(violation).orElseThrow());
    }

    @Test
    void D48_an_empty_settlement_and_one_of_another_insurer_are_mistakes() {
        var creditor = new Creditor(new Uzovi("7051"), new Agb("01705101"), null);
        var returned = List.of(new Settlement(creditor, EntryCause.PAYOUT_RETURNED, 1));
        transactions.perform(() -> {
            assertThrows(IllegalArgumentException.class, () -> booking.settlements(new Uzovi("7050"), returned, NOW));
            assertThrows(IllegalArgumentException.class, () -> booking.settlements(new Uzovi("7050"), List.of(), NOW));
        });
        new PaymentApi("7051").buyer().get("/v1/postings").then().body("", empty());
    }
}
