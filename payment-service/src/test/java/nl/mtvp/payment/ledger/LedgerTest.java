package nl.mtvp.payment.ledger;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.Feed;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.audit.Tampering;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D48, P11: the ledger only grows, and whatever was done to it behind our back shows. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class LedgerTest {

    @Inject
    ContractEvents contracts;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void D48_entries_are_transfers_and_heads_form_a_chain() {
        var api = booked("7001");
        api.auditor()
                .queryParam("uzovi", "7001")
                .get("/v1/ledger-entries")
                .then()
                .body("debit", contains("scheme:7001", "creditor:7001:agb:01700101"))
                .body("credit", contains("creditor:7001:agb:01700101", "scheme:7001"))
                .body("transferred", contains("28.80", "2.88"));
        List<Map<String, Object>> postings = api.auditor()
                .queryParam("uzovi", "7001")
                .get("/v1/postings")
                .then()
                .extract()
                .path("$");
        assertEquals("0".repeat(64), postings.get(0).get("previousHead"));
        assertEquals(postings.get(0).get("head"), postings.get(1).get("previousHead"));
        verify(api, "7001", null)
                .body("intact", is(true))
                .body("breaks", empty())
                .body("postings", is(2));
        verify(api, "7001", postings.get(0).get("head").toString()).body("intact", is(true));
    }

    @Test
    void D48_the_head_is_published_with_the_run() {
        var api = booked("7002");
        var head = verify(api, "7002", null).extract().path("head");
        var ours = Feed.events().stream()
                .map(event -> (Map<?, ?>) event.get("data"))
                .filter(data -> data.get("uzovi").equals("7002"))
                .toList();
        assertEquals(2, ours.size());
        assertEquals(head, ours.get(1).get("head"));
        assertEquals("-2.88", ours.get(1).get("total"));
        assertEquals("2023-Q3", ours.get(1).get("quarter"));
    }

    @Test
    void D48_the_head_is_published_with_a_settlement() {
        var api = booked("7006");
        var money = new Money("7006");
        money.account(null, "2023-07-01", Money.iban(7006));
        money.account("01700601", "2023-07-01", Money.iban(1));
        clock.moveTo("2023-11-01");
        money.payout();
        String head =
                verify(api, "7006", null).body("postings", is(3)).extract().path("head");
        var settled = Feed.events().stream()
                .filter(event -> event.get("type").equals("nl.mtvp.settlement-posted.v1"))
                .map(event -> (Map<?, ?>) event.get("data"))
                .filter(data -> data.get("uzovi").equals("7006"))
                .toList();
        assertEquals(
                List.of(head), settled.stream().map(data -> data.get("head")).toList());
        assertEquals(
                List.of("-25.92"),
                settled.stream().map(data -> data.get("total")).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set cents = cents + 1 where uzovi = '7003' and number = 1",
                "update ledger_entry set agb = '01700399', credit = 'creditor:7003:agb:01700399' where uzovi = '7003' and cause = 'REGULAR'",
                "delete from ledger_entry where uzovi = '7003' and cause = 'ION_CORRECTION'",
                "update ledger_entry set number = number + 1 where uzovi = '7003'",
            })
    void P11_whatever_is_changed_in_entries_is_found(String tampering) {
        var api = new PaymentApi("7003");
        if (api.payments(Map.of("uzovi", "7003")).isEmpty()) {
            booked("7003");
        }
        verify(api, "7003", null).body("intact", is(true));
        tampered(tampering, () -> verify(api, "7003", null)
                .body("intact", is(false))
                .body("breaks.code", hasItem("entries-changed")));
        verify(api, "7003", null).body("intact", is(true));
    }

    @Test
    void P11_a_tail_that_was_cut_off_shows_against_a_published_head() {
        var api = booked("7004");
        String head = verify(api, "7004", null).extract().path("head");
        tampered("delete from posting where uzovi = '7004' and number = 2", () -> verify(api, "7004", head)
                .body("breaks.code", contains("tail-missing", "posting-missing")));
        tampered(
                """
                with gone as (delete from posting where uzovi = '7004' and number = 2 returning id)
                delete from ledger_entry where posting_id in (select id from gone)
                """,
                () -> {
                    verify(api, "7004", null).body("intact", is(true));
                    verify(api, "7004", head).body("breaks.code", contains("tail-missing"));
                });
    }

    @Test
    void another_insurers_books_are_not_found() {
        var api = new PaymentApi("7005");
        api.buyer()
                .contentType("application/json")
                .body(Map.of("uzovi", "7001"))
                .post("/v1/postings/verifications")
                .then()
                .statusCode(404);
        api.buyer()
                .queryParam("uzovi", "7001")
                .get("/v1/postings")
                .then()
                .statusCode(200)
                .body("", empty());
        api.buyer()
                .queryParam("uzovi", "7001")
                .get("/v1/ledger-entries")
                .then()
                .statusCode(200)
                .body("", empty());
        PaymentApi.as(Tokens.practice("p", List.of("01700101"), "12345678", "practice"))
                .get("/v1/ledger-entries")
                .then()
                .statusCode(403);
        api.buyer()
                .queryParam("knownAt", clock.instant().plusSeconds(1).toString())
                .get("/v1/postings")
                .then()
                .statusCode(400)
                .body("errors.code", contains("in-the-future"));
    }

    /** Two postings of an insurer: a payment and a correction. */
    private PaymentApi booked(String uzovi) {
        var api = new PaymentApi(uzovi);
        var agb = "01" + uzovi + "01";
        contracts.accepted(uzovi, agb, "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of(agb, 10)));
        api.run("2023-Q3");
        api.deliver("2023-07-01", Registrations.of(Map.of(agb, 9)));
        api.run("2023-Q3").body("total", is("-2.88"));
        return api;
    }

    private ValidatableResponse verify(PaymentApi api, String uzovi, String head) {
        var request = new HashMap<>(Map.of("uzovi", uzovi));
        if (head != null) {
            request.put("head", head);
        }
        return api.auditor()
                .contentType("application/json")
                .body(request)
                .post("/v1/postings/verifications")
                .then()
                .statusCode(200);
    }

    private static void tampered(String statement, Runnable check) {
        Tampering.with(List.of("ledger_entry", "posting"), statement, check);
    }
}
