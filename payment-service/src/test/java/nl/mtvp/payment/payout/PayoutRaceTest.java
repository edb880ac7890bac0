package nl.mtvp.payment.payout;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.ContractEvents.Contract;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D50: whoever comes at once is served one after another, and nobody is paid twice. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PayoutRaceTest {

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-03");
    }

    @Test
    void D50_of_payouts_made_at_once_one_is_made_and_of_approvals_one_is_booked() {
        var money = owing("7220");
        var made = Together.of(4, number -> money.makePayout().extract().statusCode());
        assertEquals(List.of(201, 409, 409, 409), made.stream().sorted().toList());
        String id = new PaymentApi("7220")
                .buyer()
                .get("/v1/payouts")
                .then()
                .extract()
                .path("[0].id");
        var approved =
                Together.of(4, number -> money.approvePayout(id).extract().statusCode());
        assertEquals(List.of(201, 409, 409, 409), approved.stream().sorted().toList());
        assertBalanced("7220", 2);
    }

    @Test
    void D50_of_returns_recorded_at_once_one_opens_the_debt_again() {
        var money = owing("7223");
        String id = money.payout().extract().path("id");
        var recorded =
                Together.of(4, number -> money.recordReturn(id, 1).extract().statusCode());
        assertEquals(List.of(201, 409, 409, 409), recorded.stream().sorted().toList());
        money.payout().body("total", is("5.00"));
        assertBalanced("7223", 4);
    }

    @Test
    void D50_a_payout_and_a_run_at_once_come_one_after_another() {
        var uzovi = "7221";
        var money = owing(uzovi);
        var elsewhere = contracts.accepted(uzovi, "01722109", "2023-07-01");
        var practice = new Contract(elsewhere.id(), uzovi, "01" + uzovi + "01");
        var outcomes = new ArrayList<Integer>();
        for (int round = 0; round < 6; round++) {
            String id = money.makePayout().statusCode(201).extract().path("id");
            var answers = Together.of(2, number -> {
                if (number == 0) {
                    return money.approvePayout(id).extract().statusCode();
                }
                bookings.run(uzovi, Map.of(practice, 5_00L));
                return 0;
            });
            outcomes.add(answers.get(0));
            if (answers.get(0) != 201) {
                assertEquals(409, answers.get(0));
                money.withdrawPayout(id).statusCode(201);
            }
        }
        money.payout();
        assertTrue(outcomes.stream().allMatch(status -> status == 201 || status == 409), outcomes.toString());
        assertBalanced(
                uzovi,
                8 + (int) outcomes.stream().filter(status -> status == 201).count());
    }

    @Test
    void D50_a_payout_that_is_killed_before_its_seal_leaves_nothing() throws Exception {
        var money = owing("7222");
        String id = money.makePayout().statusCode(201).extract().path("id");
        var superuser = Jdbi.create(url, "postgres", "postgres");
        var elsewhere = Executors.newSingleThreadExecutor();
        try {
            // Whoever holds the insurer's clock lets the approval come as far as its seal: file and entries are there.
            var approval = superuser.inTransaction(holder -> {
                holder.execute("select from fact_clock where uzovi = '7222' for update");
                var waiting =
                        elsewhere.submit(() -> money.approvePayout(id).extract().statusCode());
                await().until(() -> superuser.withHandle(watcher -> watcher.createQuery(
                                        """
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                where wait_event_type = 'Lock' and query like '%into fact_clock%'
                                """)
                                .mapTo(Integer.class)
                                .one()
                        == 1));
                return waiting;
            });
            assertEquals(503, approval.get());
        } finally {
            elsewhere.shutdownNow();
        }
        superuser.useHandle(handle -> assertEquals(
                0,
                handle.createQuery(
                                """
                                select (select count(*) from ledger_entry where uzovi = '7222' and cause = 'PAYOUT')
                                    + (select count(*) from payout_file_piece where payout_id = cast(:id as uuid))
                                """)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()));
        money.approvePayout(id).statusCode(201).body("state", is("BOOKED"));
        assertBalanced("7222", 2);
    }

    private Money owing(String uzovi) {
        var money = new Money(uzovi);
        money.account(null, "2023-07-01", Money.iban(Integer.parseInt(uzovi)));
        money.account("01" + uzovi + "01", "2023-07-01", Money.iban(1));
        bookings.run(uzovi, Map.of(contracts.accepted(uzovi, "01" + uzovi + "01", "2023-07-01"), 5_00L));
        clock.moveTo("2023-07-12");
        return money;
    }

    private void assertBalanced(String uzovi, int postings) {
        var api = new PaymentApi(uzovi);
        api.buyer()
                .queryParams(Map.of("uzovi", uzovi, "agb", "01" + uzovi + "01"))
                .get("/v1/balances")
                .then()
                .body("[0].balance", is("0.00"));
        api.auditor()
                .contentType("application/json")
                .body(Map.of("uzovi", uzovi))
                .post("/v1/postings/verifications")
                .then()
                .body("intact", is(true))
                .body("postings", is(postings));
    }
}
