package nl.mtvp.payment.receivable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.audit.Tampering;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D50: whose balance moves to which successor, and whose stays. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SuccessionTest {

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    @Inject
    CollectionJob collection;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2031-02-10");
    }

    @Test
    void D50_a_code_that_still_holds_a_contract_keeps_its_balance() {
        var gone = contracts.accepted("7310", "01731001", "2031-01-01");
        contracts.accepted("7310", "01731001", "2031-01-01");
        bookings.run("7310", Map.of(gone, -6_00L));
        contracts.succeeded(gone, "01731011", "2031-04-01");
        handOver("7310", "2031-04-02");
        assertBalances("7310", "01731001", "-6.00");
    }

    @Test
    void D50_a_balance_follows_from_successor_to_successor() {
        var practice = contracts.accepted("7311", "01731101", "2031-01-01");
        bookings.run("7311", Map.of(practice, -6_00L));
        var second = contracts.succeeded(practice, "01731102", "2031-04-01");
        contracts.succeeded(second, "01731103", "2031-07-01");
        handOver("7311", "2031-07-02");
        assertBalances("7311", "01731101", "0.00");
        assertBalances("7311", "01731102", "0.00");
        assertBalances("7311", "01731103", "-6.00");
    }

    @Test
    void D50_what_is_still_to_be_paid_moves_as_well_and_another_insurers_balance_does_not() {
        var practice = contracts.accepted("7313", "01731301", "2031-01-01");
        var elsewhere = contracts.accepted("7314", "01731301", "2031-01-01");
        bookings.run("7313", Map.of(practice, 6_00L));
        bookings.run("7314", Map.of(elsewhere, -3_00L));
        contracts.succeeded(practice, "01731302", "2031-04-01");
        handOver("7313", "2031-04-02");
        assertBalances("7313", "01731301", "0.00");
        assertBalances("7313", "01731302", "6.00");
        handOver("7314", "2031-04-02");
        assertBalances("7314", "01731301", "-3.00");
    }

    @Test
    void D50_no_balance_moves_between_codes_without_a_kvk() {
        var practice = contracts.accepted("7312", "01731201", "2031-01-01");
        bookings.run("7312", Map.of(practice, -6_00L));
        contracts.succeeded(practice, "01731202", "2031-04-01");
        var withoutKvk = "update contract_holder set kvk = '00000000' where uzovi = '7312'";
        Tampering.with(List.of("contract_holder"), withoutKvk, () -> {
            handOver("7312", "2031-04-02");
            assertBalances("7312", "01731201", "-6.00");
        });
    }

    private void handOver(String uzovi, String day) {
        clock.moveTo(day);
        collection.handOver(new Uzovi(uzovi));
    }

    private static void assertBalances(String uzovi, String agb, String balance) {
        new PaymentApi(uzovi)
                .buyer()
                .queryParams(Map.of("uzovi", uzovi, "agb", agb))
                .get("/v1/balances")
                .then()
                .statusCode(200)
                .body("agb", contains(is(agb)))
                .body("balance", contains(is(balance)));
    }
}
