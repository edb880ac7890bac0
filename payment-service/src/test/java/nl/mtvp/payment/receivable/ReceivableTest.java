package nl.mtvp.payment.receivable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.audit.Tampering;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D50: what creditors owe, handed over for collection when it is open for too long, and moved to successors. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ReceivableTest {

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
    void D50_what_is_open_for_too_long_goes_to_collection_and_is_not_netted() {
        var money = new Money("7301");
        money.account(null, "2031-01-01", Money.iban(7301));
        money.account("01730101", "2031-01-01", Money.iban(1));
        var practice = contracts.accepted("7301", "01730101", "2031-01-01");
        bookings.run("7301", Map.of(practice, -6_00L));
        clock.moveTo("2031-05-10");
        bookings.run("7301", Map.of(practice, -1_00L));
        clock.moveTo("2032-03-31");
        collection.handOver(new Uzovi("7301"));
        money.receivables().body("open", contains("7.00")).body("inCollection", contains("0.00"));
        clock.moveTo("2032-04-01");
        collection.handOver(new Uzovi("7301"));
        collection.handOver(new Uzovi("7301"));
        money.receivables()
                .body("open", contains("1.00"))
                .body("inCollection", contains("6.00"))
                .body("items[0].postingNumber", contains(2))
                .body("items[0].collectedFrom", contains("2032-07-01"));
        assertEquals(List.of("TO_COLLECTION 6.00"), settled("7301"));
        bookings.run("7301", Map.of(practice, 5_00L));
        money.payout().body("total", is("4.00"));

        money.takeBack("01730101", "6.01").statusCode(409).body("type", is("urn:mtvp:problem:more-than-in-collection"));
        money.takeBack("01730101", "0.00").statusCode(400).body("errors.code", contains("not-positive"));
        money.takeBack("01730101", "2.50")
                .statusCode(201)
                .body("open", is("2.50"))
                .body("inCollection", is("3.50"))
                .body("items.bookedIn", contains("2032-Q2"));
        bookings.run("7301", Map.of(practice, 5_00L));
        money.payout().body("total", is("2.50"));
        balance("7301", "01730101")
                .body("balance", contains("0.00"))
                .body("booked", contains("3.00"))
                .body("paidOut", contains("6.50"))
                .body("inCollection", contains("3.50"));
    }

    @Test
    void D50_each_sees_its_own_receivables() {
        var one = contracts.accepted("7302", "01730201", "2031-01-01");
        var other = contracts.accepted("7302", "01730202", "2031-01-01");
        bookings.run("7302", Map.of(one, -6_00L, other, -2_00L));
        bookings.rhoRun("7302", Map.of(one, -1_00L), "derde-rho");
        new Money("7302").receivables().body("open", contains("6.00", "2.00", "1.00"));
        PaymentApi.as(Tokens.practice("p", List.of("01730201"), "12345678", "practice"))
                .get("/v1/receivables")
                .then()
                .statusCode(200)
                .body("open", contains("6.00"));
        PaymentApi.as(Tokens.insurer("x", List.of("7303"), "insurer"))
                .queryParam("uzovi", "7302")
                .get("/v1/receivables")
                .then()
                .body("", empty());
        new PaymentApi("7302")
                .buyer()
                .queryParam("rho", "derde-rho")
                .get("/v1/receivables")
                .then()
                .body("open", contains("1.00"));
        new Money("7303").takeBack("01730201", "1.00").statusCode(409);
    }

    @Test
    void D50_an_open_balance_moves_to_a_successor_under_the_same_kvk_only() {
        var money = new Money("7304");
        money.account(null, "2031-01-01", Money.iban(7304));
        money.account("01730411", "2031-01-01", Money.iban(1));
        money.account("01730412", "2031-01-01", Money.iban(2));
        var same = contracts.accepted("7304", "01730401", "2031-01-01");
        var another = contracts.accepted("7304", "01730402", "2031-01-01");
        bookings.run("7304", Map.of(same, -6_00L, another, -2_00L));
        var sameNow = contracts.succeeded(same, "01730411", "2031-04-01");
        var anotherNow = contracts.succeeded(another, "01730412", "2031-04-01");
        // contract-service lets no code of another enterprise succeed; should one ever, its debts are not the old
        // one's.
        var underAnother = "update contract_holder set kvk = '87654321' where agb = '01730412'";
        Tampering.with(List.of("contract_holder"), underAnother, () -> {
            collection.handOver(new Uzovi("7304"));
            assertEquals(List.of(), settled("7304"), "not before the day on which it succeeds");
            clock.moveTo("2031-04-03");
            bookings.run("7304", Map.of(sameNow, 10_00L, anotherNow, 10_00L));
            money.payout().body("transfers", is(2)).body("total", is("14.00"));
        });
        assertEquals(List.of("SUCCESSION 6.00", "SUCCESSION 6.00", "PAYOUT 4.00", "PAYOUT 10.00"), settled("7304"));
        balance("7304", "01730401").body("balance", contains("0.00")).body("moved", contains("6.00"));
        balance("7304", "01730402").body("balance", contains("-2.00"));
        balance("7304", "01730411").body("balance", contains("0.00")).body("moved", contains("-6.00"));
    }

    @Test
    void D50_two_jobs_and_two_commands_at_once_move_money_once() {
        var practice = contracts.accepted("7305", "01730501", "2031-01-01");
        bookings.run("7305", Map.of(practice, -6_00L));
        clock.moveTo("2032-04-01");
        Together.of(4, number -> {
            collection.handOver(new Uzovi("7305"));
            return number;
        });
        assertEquals(List.of("TO_COLLECTION 6.00"), settled("7305"));
        var answers = Together.of(
                4,
                number ->
                        new Money("7305").takeBack("01730501", "4.00").extract().statusCode());
        assertEquals(List.of(201, 409, 409, 409), answers.stream().sorted().toList());
        new PaymentApi("7305")
                .auditor()
                .contentType("application/json")
                .body(Map.of("uzovi", "7305"))
                .post("/v1/postings/verifications")
                .then()
                .body("intact", is(true))
                .body("postings", is(3));
    }

    private ValidatableResponse balance(String uzovi, String agb) {
        return new PaymentApi(uzovi)
                .buyer()
                .queryParams(Map.of("uzovi", uzovi, "agb", agb))
                .get("/v1/balances")
                .then()
                .statusCode(200);
    }

    private static List<String> settled(String uzovi) {
        List<Map<String, Object>> entries = new PaymentApi(uzovi)
                .auditor()
                .queryParam("uzovi", uzovi)
                .get("/v1/ledger-entries")
                .then()
                .extract()
                .path("findAll { it.lineId == null }");
        return entries.stream()
                .map(entry -> entry.get("cause") + " " + entry.get("transferred"))
                .toList();
    }
}
