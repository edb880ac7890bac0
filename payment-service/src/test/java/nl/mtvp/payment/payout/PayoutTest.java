package nl.mtvp.payment.payout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.ContractEvents.Contract;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.PaymentFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D50 over HTTP: what is posted nets out per creditor, is approved by another person, and goes to the bank once. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PayoutTest {

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-03");
    }

    @Test
    void D50_a_payout_is_approved_by_another_booked_and_filed_at_once() {
        var money = paying("7201");
        var api = new PaymentApi("7201");
        var practice = creditor("7201", "01720101", 1);
        bookings.run("7201", Map.of(practice, 12_124_80L));
        bookings.rhoRun("7201", Map.of(practice, 1_515_60L), "voorbeeld");
        money.account("rho:voorbeeld", "2023-07-01", Money.iban(2));
        clock.moveTo("2023-07-12");
        String id = money.makePayout()
                .statusCode(201)
                .body("state", is("DRAFT"))
                .body("transfers", is(2))
                .body("total", is("13640.40"))
                .body("held", is(0))
                .body("runIds", hasSize(2))
                .body("file", nullValue())
                .extract()
                .path("id");
        api.buyer().get("/v1/payouts/{id}/pain.001", id).then().statusCode(404);
        money.makePayout().statusCode(409).body("type", is("urn:mtvp:problem:open-payout"));
        var both = Tokens.insurer("buyer-7201", List.of("7201"), "insurer", "insurer-approver");
        PaymentApi.as(both)
                .post("/v1/payouts/{id}/approvals", id)
                .then()
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:approver-is-maker"));
        PaymentApi.as(Tokens.system("insurer-7201", Map.of("uzovi", "7201"), "insurer-approver"))
                .post("/v1/payouts/{id}/approvals", id)
                .then()
                .statusCode(403)
                .body("type", is("urn:mtvp:problem:person-needed"));
        new PaymentApi("7202")
                .approver()
                .post("/v1/payouts/{id}/approvals", id)
                .then()
                .statusCode(404);
        String sha256 = money.approvePayout(id)
                .statusCode(201)
                .body("state", is("BOOKED"))
                .body("approvedBy", is("approver-7201"))
                .body("executionOn", is("2023-07-19"))
                .body("postingId", notNullValue())
                .extract()
                .path("file.sha256");
        money.approvePayout(id).statusCode(409).body("type", is("urn:mtvp:problem:payout-not-open"));

        var bytes = money.file(id);
        assertEquals(sha256, Digests.hex(Digests.sha256(bytes)));
        assertArrayEquals(bytes, money.file(id), "the same bytes every time");
        var file = PaymentFile.of(bytes);
        assertEquals(List.of("12124.80", "1515.60"), file.texts("InstdAmt"));
        assertEquals(List.of("13640.40", "13640.40"), file.texts("CtrlSum"));
        assertEquals(List.of("MTVP-7201-3-1", "MTVP-7201-3-2"), file.texts("EndToEndId"));
        var remittance = "MTVP 7201 2023-Q3 MTVP-7201-3";
        assertEquals(List.of(remittance, remittance), file.texts("Ustrd"), "the bank says what the statements say");
        api.buyer()
                .get("/v1/statements")
                .then()
                .body("size()", is(3))
                .body("remittance", everyItem(is(remittance)))
                .body("executionOn", everyItem(is("2023-07-19")));
        api.buyer()
                .queryParams(Map.of("uzovi", "7201", "knownAt", "2023-07-11T00:00:00Z"))
                .get("/v1/statements")
                .then()
                .body("remittance", everyItem(nullValue()));
        money.lines(id)
                .body("endToEndId", contains("MTVP-7201-3-1", "MTVP-7201-3-2"))
                .body("agb", contains(is("01720101"), nullValue()))
                .body("rho", contains(nullValue(), is("voorbeeld")));
        api.auditor()
                .queryParam("uzovi", "7201")
                .get("/v1/ledger-entries")
                .then()
                .body("findAll { it.cause == 'PAYOUT' }.transferred", contains("12124.80", "1515.60"))
                .body("findAll { it.cause == 'PAYOUT' }.postingNumber", contains(3, 3))
                .body("findAll { it.cause == 'PAYOUT' }.number", contains(1, 2));
        money.makePayout().statusCode(409).body("type", is("urn:mtvp:problem:nothing-to-transfer"));
    }

    @Test
    void D50_D51_who_cannot_be_paid_is_held_and_listed_and_paid_later() {
        var money = paying("7203");
        var paid = creditor("7203", "01720301", 1);
        var without = contracts.accepted("7203", "01720302", "2023-07-01");
        var late = contracts.accepted("7203", "01720303", "2023-07-01");
        bookings.run("7203", Map.of(paid, 1_00L, without, 2_00L, late, 3_00L));
        clock.moveTo("2023-07-07");
        money.account("01720303", "2023-07-01", Money.iban(3));
        clock.moveTo("2023-07-13");
        var booked = money.payout()
                .body("transfers", is(1))
                .body("total", is("1.00"))
                .body("held", is(2))
                .body("heldTotal", is("5.00"));
        money.lines(booked.extract().path("id"))
                .body("held", contains(nullValue(), is("NO_ACCOUNT"), is("COOLING")))
                .body("agb", contains("01720301", "01720302", "01720303"))
                .body("endToEndId", contains(is("MTVP-7203-2-1"), nullValue(), nullValue()));
        money.makePayout()
                .statusCode(409)
                .body("errors.code", contains("no-account", "cooling"))
                .body("errors.location", contains("creditor:7203:agb:01720302", "creditor:7203:agb:01720303"));
        clock.moveTo("2023-07-14");
        money.payout().body("total", is("3.00")).body("held", is(1));
    }

    @Test
    void D50_a_returned_transfer_opens_the_debt_again_once() {
        var money = paying("7204");
        bookings.run("7204", Map.of(creditor("7204", "01720401", 1), 5_00L));
        clock.moveTo("2023-07-12");
        String id = money.payout().extract().path("id");
        money.recordReturn(id, 2).statusCode(404);
        for (var impossible : List.of("2023-01-01", "2023-07-11", "2023-07-13", "2030-01-01")) {
            money.recordReturn(id, 1, impossible)
                    .statusCode(400)
                    .body("errors.location", contains("/returnedOn"))
                    .body("errors.detail", contains(containsString("from 2023-07-12")));
        }
        money.recordReturn(id, 1)
                .statusCode(201)
                .body("returns.number", contains(1))
                .body("returns.reason", contains("MS03 no reason given"));
        money.recordReturn(id, 1).statusCode(409).body("type", is("urn:mtvp:problem:returned-already"));
        String again = money.payout()
                .body("total", is("5.00"))
                .body("runIds", empty())
                .extract()
                .path("id");
        money.lines(again).body("endToEndId", contains("MTVP-7204-4-1"));
        new PaymentApi("7205")
                .buyer()
                .contentType("application/json")
                .body(Map.of("number", 1, "returnedOn", "2023-08-01", "reason", "x"))
                .post("/v1/payouts/{id}/returns", again)
                .then()
                .statusCode(404);
    }

    @Test
    void D51_after_a_return_from_a_closed_account_one_is_approved_anew_before_the_next_transfer() {
        var money = paying("7250");
        bookings.run("7250", Map.of(creditor("7250", "01725001", 1), 5_00L));
        clock.moveTo("2023-07-12");
        String id = money.payout().extract().path("id");
        clock.moveTo("2023-07-20");
        money.recordReturn(id, 1, "2023-07-20", "AC04 closed").statusCode(201);
        money.makePayout()
                .statusCode(409)
                .body("errors.code", contains("returned"))
                .body("errors.detail", contains(containsString("approve one anew")));
        clock.moveTo("2023-07-21");
        money.account("01725001", "2023-07-01", Money.iban(1));
        String again = money.payout().body("total", is("5.00")).extract().path("id");
        clock.moveTo("2023-07-28");
        money.recordReturn(again, 1, "2023-07-28", "MS03 no reason given").statusCode(201);
        money.payout().body("total", is("5.00"));
    }

    @Test
    void D51_a_return_from_an_account_that_was_left_holds_up_nothing_of_the_next_one() {
        var money = paying("7251");
        bookings.run("7251", Map.of(creditor("7251", "01725101", 1), 5_00L));
        clock.moveTo("2023-07-12");
        String id = money.payout().extract().path("id");
        clock.moveTo("2023-07-13");
        money.account("01725101", "2023-07-01", Money.iban(2));
        clock.moveTo("2023-08-10");
        money.recordReturn(id, 1, "2023-07-20", "ac04: closed").statusCode(201);
        money.payout().body("total", is("5.00"));
    }

    @Test
    void D50_what_was_booked_or_changed_since_the_draft_makes_it_void() {
        var money = paying("7206");
        var practice = creditor("7206", "01720601", 1);
        bookings.run("7206", Map.of(practice, 5_00L));
        clock.moveTo("2023-07-12");
        String overtaken = money.makePayout().statusCode(201).extract().path("id");
        bookings.run("7206", Map.of(practice, -2_00L));
        money.approvePayout(overtaken).statusCode(409).body("type", is("urn:mtvp:problem:payout-overtaken"));
        assertNothingOf(overtaken);
        money.withdrawPayout(overtaken).statusCode(201).body("state", is("WITHDRAWN"));
        money.approvePayout(overtaken).statusCode(409);

        String changed = money.makePayout()
                .statusCode(201)
                .body("total", is("3.00"))
                .extract()
                .path("id");
        money.account("01720601", "2023-07-01", Money.iban(2));
        money.approvePayout(changed).statusCode(409).body("type", is("urn:mtvp:problem:accounts-changed"));
        assertNothingOf(changed);
        money.withdrawPayout(changed).statusCode(201);
        money.makePayout().statusCode(409).body("errors.code", contains("cooling"));
    }

    @Test
    void D50_an_insurer_pays_from_an_account_of_its_own() {
        bookings.run("7207", Map.of(creditor("7207", "01720701", 1), 5_00L));
        clock.moveTo("2023-07-12");
        new Money("7207").makePayout().statusCode(409).body("type", is("urn:mtvp:problem:no-debtor-account"));
    }

    @Test
    void every_endpoint_refuses_wrong_roles_and_malformed_fields() {
        var api = new PaymentApi("7208");
        api.buyer()
                .contentType("application/json")
                .body(Map.of("uzovi", "72"))
                .post("/v1/payouts")
                .then()
                .statusCode(400);
        api.buyer()
                .contentType("application/json")
                .body(Map.of("uzovi", "7201"))
                .post("/v1/payouts")
                .then()
                .statusCode(403);
        api.auditor()
                .contentType("application/json")
                .body(Map.of("uzovi", "7208"))
                .post("/v1/payouts")
                .then()
                .statusCode(403);
        api.buyer()
                .queryParam("uzovi", "7201")
                .get("/v1/payouts")
                .then()
                .statusCode(200)
                .body("", empty());
        api.buyer().queryParam("state", "PAID").get("/v1/payouts").then().statusCode(400);
        PaymentApi.as(Tokens.practice("p", List.of("01720101"), "12345678", "practice"))
                .get("/v1/payouts")
                .then()
                .statusCode(403);
    }

    @Test
    void D50_the_type_and_the_database_refuse_a_transfer_of_nothing_and_a_second_open_payout() {
        var money = paying("7209");
        bookings.run("7209", Map.of(creditor("7209", "01720901", 1), 5_00L));
        clock.moveTo("2023-07-12");
        money.makePayout().statusCode(201);
        assertEquals(
                "a_transfer_is_never_zero_or_less",
                violated("insert into payout_line select payout_id, 9, 'x', 0, account_id, held from payout_line"));
        assertEquals(
                "one_line_per_creditor",
                violated(
                        "insert into payout_line select payout_id, 9, creditor, cents, account_id, held from payout_line"));
        assertEquals(
                "one_open_payout_per_insurer",
                violated(
                        """
                        insert into payout (id, uzovi, state, basis, debtor_account_id, made_by, made_at, remittance)
                        select gen_random_uuid(), uzovi, state, basis, debtor_account_id, made_by, made_at, remittance
                        from payout where uzovi = '7209'
                        """));
        assertEquals(
                "a_payout_is_approved_by_another",
                violated(
                        """
                        update payout set state = 'BOOKED', approved_by = made_by, approved_at = made_at,
                            execution_on = '2023-07-20', posting_id = (select id from posting where uzovi = '7209')
                        where uzovi = '7209'
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"payout_line", "payout_file", "payout_file_piece", "payout_return", "collection_return", "payout"
            })
    void D50_evidence_only_grows(String table) {
        var owner = Jdbi.create(url, "owner", "owner");
        for (var statement : List.of("delete from " + table, "truncate " + table + " cascade")) {
            assertTrue(refusal(jdbi, statement).contains("permission denied"), statement);
            assertTrue(refusal(owner, statement).contains("only grows"), statement);
        }
        if (!table.equals("payout")) {
            var update = "update " + table + " set " + (table.endsWith("return") ? "reason = ''" : "payout_id = null");
            assertTrue(refusal(jdbi, update).contains("permission denied"), update);
            assertTrue(refusal(owner, update).contains("only grows"), update);
        }
    }

    private Money paying(String uzovi) {
        var money = new Money(uzovi);
        money.account(null, "2023-07-01", Money.iban(Integer.parseInt(uzovi)));
        return money;
    }

    private Contract creditor(String uzovi, String agb, int account) {
        new Money(uzovi).account(agb, "2023-07-01", Money.iban(account));
        return contracts.accepted(uzovi, agb, "2023-07-01");
    }

    private void assertNothingOf(String payout) {
        jdbi.useHandle(handle -> {
            for (var table : List.of("payout_file", "payout_file_piece")) {
                assertEquals(
                        0,
                        handle.createQuery("select count(*) from " + table + " where payout_id = cast(:id as uuid)")
                                .bind("id", payout)
                                .mapTo(Integer.class)
                                .one());
            }
        });
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
