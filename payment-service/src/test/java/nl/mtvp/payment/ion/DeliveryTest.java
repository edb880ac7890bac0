package nl.mtvp.payment.ion;

import static nl.mtvp.payment.testing.Registrations.line;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.ion.file.EvidenceConfig;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D38, D39 over HTTP: content in pieces, lines that count and lines that do not, files that are refused whole. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class DeliveryTest {

    private static final String ONE = "00000000-0000-4000-8000-000000000001";
    private static final String TWO = "00000000-0000-4000-8000-000000000002";
    private static final String THREE = "00000000-0000-4000-8000-000000000003";
    private static final String NO_PSEUDONYM = "123456782";

    private final PaymentApi api = new PaymentApi("4001");

    @Inject
    Jdbi jdbi;

    @Inject
    EvidenceConfig config;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D39_a_patient_counts_once_and_with_the_newest_registration() {
        var content = Registrations.of(
                line(ONE, "01000001", "2020-01-01"),
                line(ONE, "01000001", "2021-01-01"),
                line(ONE, "01000002", "2022-01-01"),
                line(TWO, "01000001", "2022-01-01"),
                line(TWO, "01000002", "2022-01-01"),
                line(TWO, "01000003", "2021-01-01"),
                line(THREE, "01000003", "2021-01-01"),
                line(THREE, "01000003", "2021-01-01"));
        String id = api.deliver("2023-04-01", content)
                .body("status", is("ACCEPTED"))
                .body("accepted", is(2))
                .body("duplicates", is(2))
                .body("refused", is(4))
                .extract()
                .path("id");
        refusals(api, id)
                .body("line", contains(2, 3, 5, 6, 7, 9))
                .body(
                        "code",
                        contains("DUPLICATE", "REFUSED_366", "UNDECIDED", "UNDECIDED", "REFUSED_366", "DUPLICATE"))
                .body("pseudonym", hasItem(ONE));
        counts(api, id).body("agb", contains("01000002", "01000003")).body("ion", contains(1, 1));
        evidence(id, 2);
    }

    @Test
    void D38_a_line_with_a_fault_is_refused_by_itself_and_never_echoes_what_is_no_pseudonym() {
        var good = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            // Registered on the peildatum is in time.
            good.append(line(new UUID(7, i).toString(), "01000004", i == 0 ? "2023-04-01" : "2020-02-29"));
        }
        var content = Registrations.of(
                "\n",
                line(NO_PSEUDONYM, "01000004", "2020-01-01"),
                line(ONE, "02000004", "2020-01-01"),
                line(TWO, "01000004", "2023-04-02"),
                good.toString(),
                line(THREE, "01000004", "2023-02-30"));
        var other = new PaymentApi("4002");
        String id = other.deliver("2023-04-01", content)
                .body("status", is("ACCEPTED"))
                .body("accepted", is(300))
                .body("refused", is(5))
                .extract()
                .path("id");
        refusals(other, id)
                .body("line", contains(2, 3, 4, 5, 306))
                .body(
                        "code",
                        contains(
                                "MALFORMED",
                                "POSSIBLE_BSN",
                                "UNKNOWN_AGB_KIND",
                                "REGISTERED_AFTER_PEILDATUM",
                                "MALFORMED"))
                .body("pseudonym", contains(nullValue(), nullValue(), is(ONE), is(TWO), is(THREE)))
                .body("detail", everyItem(not(containsString(NO_PSEUDONYM))))
                .body("detail[4]", is("line 306, column 47: there is no such day in the calendar: 2023-02-30"));
    }

    @Test
    void D38_a_digest_that_is_off_refuses_the_delivery_and_stores_nothing() {
        var content = Registrations.of(Map.of("01000005", 3));
        String id = api.announce("2023-01-01", "0".repeat(64), 3, "4001")
                .statusCode(201)
                .extract()
                .path("id");
        api.send(id, 0, content, true).statusCode(204);
        api.worked(id).body("status", is("REFUSED")).body("fault.code", is("digest"));
        nothingStored(id);
    }

    @Test
    void D38_a_row_count_that_is_off_refuses_the_delivery_and_stores_nothing() {
        var content = Registrations.of(Map.of("01000005", 3));
        String id =
                api.announce("2023-01-01", content, 4).statusCode(201).extract().path("id");
        api.send(id, 0, content, true).statusCode(204);
        api.worked(id)
                .body("status", is("REFUSED"))
                .body("fault.code", is("row-count"))
                .body("fault.detail", containsString("3"));
        nothingStored(id);
    }

    @Test
    void D38_more_than_one_in_a_hundred_malformed_lines_refuse_the_delivery() {
        var api = new PaymentApi("4004");
        var lines = new StringBuilder(Registrations.of(Map.of("01000005", 198)));
        String accepted = api.deliver("2023-04-01", lines + "x,y\nz\n")
                .body("status", is("ACCEPTED"))
                .extract()
                .path("id");
        assertEquals(2, count("ion_refusal", accepted));
        String refused = api.deliver("2023-04-01", lines + "x,y\n\nz\n")
                .body("status", is("REFUSED"))
                .body("fault.code", is("too-many-malformed"))
                .extract()
                .path("id");
        nothingStored(refused);
        api.delivery(accepted).body("knownUntilAt", nullValue());
    }

    @Test
    void D38_a_newer_delivery_replaces_the_older_which_stays_readable() {
        var api = new PaymentApi("4005");
        String older = api.deliver("2023-04-01", Registrations.of(Map.of("01000006", 5, "01000007", 2)))
                .extract()
                .path("id");
        String newer = api.deliver("2023-04-01", Registrations.of(Map.of("01000006", 4)))
                .body("knownUntilAt", nullValue())
                .extract()
                .path("id");
        String replaced = api.delivery(older)
                .body("status", is("ACCEPTED"))
                .body("knownUntilAt", notNullValue())
                .extract()
                .path("knownUntilAt");
        api.delivery(newer).body("knownFromAt", is(replaced));
        counts(api, older).body("ion", contains(5, 2));
    }

    @Test
    void D38_content_comes_in_pieces_and_HEAD_tells_where_to_go_on() {
        var content = Registrations.of(Map.of("01000008", 10));
        var half = content.length() / 2;
        String id = api.announce("2023-01-01", content, 10)
                .statusCode(201)
                .extract()
                .path("id");
        head(id).header("Upload-Offset", "0").header("Upload-Complete", "?0");
        api.buyer()
                .header("Upload-Offset", "x")
                .header("Upload-Complete", "1")
                .contentType("application/offset+octet-stream")
                .body("x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .patch("/v1/ion-deliveries/{id}/content", id)
                .then()
                .statusCode(400)
                .body("errors.location", contains("Upload-Offset", "Upload-Complete"));
        api.send(id, 0, content.substring(0, half), false).statusCode(204).header("Upload-Offset", "" + half);
        api.send(id, 0, content, true).statusCode(409).body("type", is("urn:mtvp:problem:offset-is-wrong"));
        head(id).header("Upload-Offset", "" + half);
        api.send(id, half, content.substring(half), false).statusCode(204);
        api.send(id, content.length(), "", true).statusCode(204).header("Upload-Complete", "?1");
        api.worked(id).body("status", is("ACCEPTED")).body("accepted", is(10));
        head(id).header("Upload-Offset", "" + content.length()).header("Upload-Complete", "?1");
        api.send(id, content.length(), "x", true)
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:delivery-is-complete"));
    }

    @Test
    void D38_content_larger_than_any_other_body_is_taken_in() {
        var api = new PaymentApi("4006");
        var content = Registrations.of(Map.of("01000009", 40_000));
        assertTrue(content.length() > 2_000_000);
        api.deliver("2023-04-01", content).body("status", is("ACCEPTED")).body("accepted", is(40_000));
    }

    @Test
    void a_request_with_faults_is_refused_with_all_of_them() {
        api.buyer()
                .contentType("application/json")
                .body(Map.of("uzovi", "41", "peildatum", "2023-04-01", "rowCount", -1, "sha256", "xyz"))
                .post("/v1/ion-deliveries")
                .then()
                .statusCode(400)
                .body("errors.location", contains("/uzovi", "/rowCount", "/sha256"));
        api.announce("2023-04-02", "", 0).statusCode(400).body("errors.code", contains("no-peildatum"));
        api.announce("2023-07-01", "", 0).statusCode(409).body("type", is("urn:mtvp:problem:peildatum-in-future"));
        api.announce("2023-04-01", "0".repeat(64), 0, "4002").statusCode(403);
        String id = api.announce("2023-04-01", "", 0).statusCode(201).extract().path("id");
        api.buyer()
                .contentType("application/offset+octet-stream")
                .body(new byte[] {'x'})
                .patch("/v1/ion-deliveries/{id}/content", id)
                .then()
                .statusCode(400)
                .body("errors.location", contains("Upload-Offset"));
        api.buyer()
                .contentType("text/plain")
                .header("Upload-Offset", 0)
                .body("x")
                .patch("/v1/ion-deliveries/{id}/content", id)
                .then()
                .statusCode(415);
    }

    @Test
    void another_insurer_sees_and_sends_nothing() {
        String id = api.announce("2023-04-01", "", 0).statusCode(201).extract().path("id");
        var other = new PaymentApi("4003");
        other.buyer().get("/v1/ion-deliveries/{id}", id).then().statusCode(404);
        other.buyer().get("/v1/ion-deliveries/{id}/refusals", id).then().statusCode(404);
        other.buyer().get("/v1/ion-deliveries").then().statusCode(200).body("", empty());
        other.send(id, 0, "x", true).statusCode(404);
        PaymentApi.as(Tokens.practice("p", List.of("01000001"), "12345678", "practice"))
                .get("/v1/ion-deliveries/{id}", id)
                .then()
                .statusCode(403);
    }

    private void evidence(String id, int lines) {
        String digest = api.delivery(id).extract().path("evidenceDigest");
        var parquet = folder().resolve("parquet").resolve(digest + ".parquet");
        assertTrue(Files.exists(parquet));
        try (var duck = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var rows = statement.executeQuery("select count(*) from '" + parquet + "'")) {
            rows.next();
            assertEquals(lines, rows.getInt(1));
        } catch (java.sql.SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void nothingStored(String id) {
        assertEquals(0, count("ion_count", id));
        assertEquals(0, count("ion_refusal", id));
        org.awaitility.Awaitility.await()
                .until(() -> !Files.exists(folder().resolve("incoming").resolve(id + ".csv")));
        assertFalse(Files.exists(folder().resolve("work").resolve(id)));
    }

    private Path folder() {
        return config.folder().toAbsolutePath();
    }

    private int count(String table, String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from <table> where delivery_id = :id")
                .define("table", table)
                .bind("id", UUID.fromString(id))
                .mapTo(Integer.class)
                .one());
    }

    private io.restassured.response.ValidatableResponse head(String id) {
        return api.buyer().head("/v1/ion-deliveries/{id}/content", id).then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse refusals(PaymentApi api, String id) {
        return api.buyer().get("/v1/ion-deliveries/{id}/refusals", id).then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse counts(PaymentApi api, String id) {
        return api.buyer().get("/v1/ion-deliveries/{id}/counts", id).then().statusCode(200);
    }
}
