package nl.mtvp.payment.audit;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what: in the transaction of its effect, with before and after, readable by whom it concerns. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AuditTest {

    @Inject
    ContractEvents contracts;

    @Inject
    Transactions transactions;

    @Inject
    Jdbi jdbi;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2023-07-10");
    }

    @Test
    void a_command_is_recorded_with_who_what_before_and_after() {
        var api = new PaymentApi("2401");
        String id = api.proposeTariff("2023-04-01", "2.88").extract().path("id");
        var answer = api.approver()
                .header("X-Request-Id", "approval-of-2401")
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(201)
                .header("X-Request-Id", "approval-of-2401");
        answer.body("id", is(id));
        var records = records(Map.of("uzovi", "2401"));
        assertEquals(
                List.of("proposeTariff", "approveTariff"),
                records.stream().map(record -> record.get("operation")).toList());
        var proposed = records.get(0);
        assertEquals("buyer-2401", proposed.get("subject"));
        assertEquals(Map.of(), proposed.get("before"));
        assertEquals("2.88", row(proposed, "after", "tariff_proposal/" + id).get("euro"));
        var approved = records.get(1);
        assertEquals("approver-2401", approved.get("subject"));
        assertEquals("mtvp-portal", approved.get("client"));
        assertEquals(List.of("insurer-approver"), approved.get("roles"));
        assertEquals("approval-of-2401", approved.get("requestId"));
        assertEquals("/v1/tariffs/" + id, approved.get("resource"));
        assertEquals("2023-07-10T10:00:00Z", approved.get("recordedAt"));
        assertNull(row(approved, "before", "tariff_proposal/" + id).get("approved_by"));
        assertEquals(
                "approver-2401", row(approved, "after", "tariff_proposal/" + id).get("approved_by"));
    }

    @Test
    void a_record_names_who_acted_as_the_token_did_and_digests_the_subject() {
        var api = new PaymentApi("2412");
        String id = api.proposeTariff("2023-04-01", "2.88").extract().path("id");
        var named = Tokens.sign(Tokens.person("approver-2412", "insurer-approver")
                .claim("uzovi", List.of("2412"))
                .claim("name", "Anna de Vries"));
        RestAssured.given()
                .auth()
                .oauth2(named)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(201);
        await().until(() ->
                "Anna de Vries".equals(records(Map.of("uzovi", "2412")).get(1).get("subjectName")));
        assertEquals("approver-2412", records(Map.of("uzovi", "2412")).get(1).get("subject"));
        api.auditor()
                .get("/v1/tariffs/{id}", id)
                .then()
                .body("approvedByName", is("Anna de Vries"))
                .body("$", not(hasKey("proposedByName")));
    }

    @Test
    void jobs_are_recorded_by_their_names() {
        var api = booked("2402");
        var operations = records(Map.of("uzovi", "2402")).stream()
                .map(record -> record.get("operation") + " " + record.get("client"))
                .toList();
        assertTrue(operations.contains("DeliveryJob payment-service"), operations.toString());
        assertTrue(operations.contains("PostingJob payment-service"), operations.toString());
        api.auditor()
                .queryParam("uzovi", "2402")
                .queryParam("operation", "PostingJob")
                .get("/v1/audit-records")
                .then()
                .body("subject", contains((Object) null))
                .body("[0].before.values()[0].state", is("APPROVED"))
                .body("[0].after.values()[0].state", is("POSTED"));
    }

    @Test
    void what_is_refused_or_repeated_leaves_no_record() {
        var api = new PaymentApi("2403");
        var key = UUID.randomUUID().toString();
        for (int time = 1; time <= 2; time++) {
            PaymentApi.as(Tokens.insurer("buyer-2403", List.of("2403"), "insurer"), key)
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "uzovi",
                            "2403",
                            "validFrom",
                            "2023-04-01",
                            "euroPerIonPerQuarter",
                            "2.88",
                            "ground",
                            "as published"))
                    .post("/v1/tariffs")
                    .then()
                    .statusCode(201);
        }
        api.proposeTariff("2025-04-01", "99.99").statusCode(400);
        api.buyer().post("/v1/tariffs/{id}/approvals", UUID.randomUUID()).then().statusCode(403);
        assertEquals(1, records(Map.of("uzovi", "2403")).size());
    }

    @Test
    void a_change_by_plain_sql_is_recorded_with_the_role_that_made_it() throws SQLException {
        var id = UUID.randomUUID();
        Sql.execute(
                Sql.OWNER,
                """
                insert into tariff_proposal (id, uzovi, valid, euro, ground, lowers, proposed_by, proposed_at)
                values ('%s', '2404', '[2023-04-01,)', 2.88, 'NL91ABNA0417164300, NL91 ABNA 0417 1643 00, 111222333',
                    false, 'nobody', '2023-07-01')
                """
                        .formatted(id));
        var record = records(Map.of("uzovi", "2404")).get(0);
        assertEquals("sql", record.get("operation"));
        assertEquals("owner", record.get("client"));
        assertNull(record.get("subject"));
        var written =
                row(record, "after", "tariff_proposal/" + id).get("ground").toString();
        assertFalse(written.contains("0417"), written);
        assertFalse(written.contains("111222333"), written);
    }

    @Test
    void of_two_changes_of_a_row_at_once_the_row_before_both_and_after_both_is_recorded() throws SQLException {
        var id = UUID.randomUUID();
        Sql.execute(
                Sql.OWNER,
                """
                insert into tariff_proposal (id, uzovi, valid, euro, ground, lowers, proposed_by, proposed_at)
                values ('%1$s', '2408', '[2023-04-01,)', 2.88, 'first', false, 'nobody', '2023-07-01');
                update tariff_proposal set approved_by = 'somebody', approved_at = '2023-07-02' where id = '%1$s'
                """
                        .formatted(id));
        var record = records(Map.of("uzovi", "2408")).get(0);
        assertEquals(Map.of(), record.get("before"));
        assertEquals("somebody", row(record, "after", "tariff_proposal/" + id).get("approved_by"));
    }

    @Test
    void no_pseudonym_no_iban_and_no_bsn_is_recorded_wherever_it_stands() {
        var masked = jdbi.withHandle(handle -> handle.createQuery("select audit_masked(cast(:json as jsonb))::text")
                .bind(
                        "json",
                        """
                        {"lines": [{"pseudonym": "0188af0c-5100-7000-9a53-74edd6a6c00c", "cents": 111222333}],
                         "iban": "NL91ABNA0417164300", "reason": "of 111222333, to NL91 ABNA 0417 1643 00",
                         "amount": "111222333.00", "id": "0188af0c-5100-7000-9a53-111222333999"}
                        """)
                .mapTo(String.class)
                .one());
        assertFalse(masked.contains("74edd6a6c00c"), masked);
        assertFalse(masked.contains("0417"), masked);
        assertFalse(masked.contains("of 111222333"), masked);
        assertTrue(masked.contains("\"cents\": \"111222333\""), masked);
        assertTrue(masked.contains("111222333.00") && masked.contains("111222333999"), masked);
    }

    @Test
    void records_are_found_by_subject_resource_and_moment() {
        var api = new PaymentApi("2405");
        String id = api.proposeTariff("2023-04-01", "2.88").extract().path("id");
        clock.moveTo("2023-07-11");
        api.approver().post("/v1/tariffs/{id}/approvals", id).then().statusCode(201);
        assertEquals(1, records(Map.of("subject", "approver-2405")).size());
        assertEquals(2, records(Map.of("resource", "/v1/tariffs/" + id)).size());
        assertEquals(
                1,
                records(Map.of("uzovi", "2405", "recordedFromAt", "2023-07-11T10:00:00Z"))
                        .size());
        assertEquals(
                1,
                records(Map.of("uzovi", "2405", "recordedUntilAt", "2023-07-11T10:00:00Z"))
                        .size());
        var first =
                api.auditor().queryParam("uzovi", "2405").queryParam("limit", 1).get("/v1/audit-records");
        var next = first.getHeader("Link").replaceAll("<(.*)>.*", "$1");
        api.auditor().get(next.replaceAll("%3D", "=")).then().body("operation", contains("approveTariff"));
    }

    @Test
    void an_insurer_sees_its_own_and_others_see_nothing() {
        var api = new PaymentApi("2406");
        api.tariff("2023-04-01", "2.88");
        api.buyer().get("/v1/audit-records").then().statusCode(200).body("uzovi", everyItem(equalTo("2406")));
        api.buyer().queryParam("uzovi", "2405").get("/v1/audit-records").then().body("", empty());
        PaymentApi.as(Tokens.of("auditor-of-nobody", "auditor"))
                .get("/v1/audit-records")
                .then()
                .statusCode(200)
                .body("", empty());
        PaymentApi.as(Tokens.practice("p", List.of("01240601"), "12345678", "practice"))
                .get("/v1/audit-records")
                .then()
                .statusCode(403);
        api.auditor()
                .queryParam("recordedFromAt", "yesterday")
                .get("/v1/audit-records")
                .then()
                .statusCode(400);
        api.auditor().queryParam("cursor", "eA").get("/v1/audit-records").then().statusCode(400);
    }

    @Test
    void P11_whatever_is_changed_in_the_records_is_found() {
        var api = new PaymentApi("2407");
        api.tariff("2023-04-01", "2.88");
        String head = verified(null).body("intact", is(true)).extract().path("head");
        for (var tampering : Map.of(
                        "update audit_record set subject = 'somebody else' where sequence = (select max(sequence) from audit_seal)",
                        "record-changed",
                        "update audit_record set after = '{}' where sequence = (select max(sequence) from audit_seal)",
                        "record-changed",
                        "delete from audit_record where sequence = (select max(sequence) from audit_seal)",
                        "missing",
                        "delete from audit_seal where position = (select max(position) - 1 from audit_seal)",
                        "missing",
                        "delete from audit_seal where position = (select max(position) from audit_seal)",
                        "tail-missing")
                .entrySet()) {
            Tampering.with(List.of("audit_record", "audit_seal"), tampering.getKey(), () -> verified(head)
                    .body("intact", is(false))
                    .body("breaks.code", not(empty()))
                    .body("breaks.code.unique().contains('" + tampering.getValue() + "')", is(true)));
        }
        verified(head).body("intact", is(true));
        assertEquals(List.of(), records(Map.of("operation", "verifyAuditRecords")), "verifying changes nothing");
        api.auditor()
                .contentType(ContentType.JSON)
                .body(Map.of("head", "x"))
                .post("/v1/audit-records/verifications")
                .then()
                .statusCode(400);
    }

    private io.restassured.response.ValidatableResponse verified(String head) {
        var request = new HashMap<String, String>();
        request.put("head", head);
        return new PaymentApi("2407")
                .auditor()
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/audit-records/verifications")
                .then()
                .statusCode(200);
    }

    private PaymentApi booked(String uzovi) {
        var api = new PaymentApi(uzovi);
        var agb = "01" + uzovi + "01";
        contracts.accepted(uzovi, agb, "2023-07-01");
        api.tariff("2023-04-01", "2.88");
        api.deliver("2023-07-01", Registrations.of(Map.of(agb, 10)));
        api.run("2023-Q3");
        return api;
    }

    private static List<Map<String, Object>> records(Map<String, String> asked) {
        return new PaymentApi("2400")
                .auditor()
                .queryParams(asked)
                .queryParam("limit", 1_000)
                .get("/v1/audit-records")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Map<String, Object> record, String side, String what) {
        return ((Map<String, Map<String, Object>>) record.get(side)).get(what);
    }
}
