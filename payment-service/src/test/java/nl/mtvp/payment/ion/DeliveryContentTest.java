package nl.mtvp.payment.ion;

import static nl.mtvp.payment.testing.Registrations.line;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.Heard;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.ion.file.EvidenceConfig;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D38: content as it is sent: packed, too large, broken, and with what must never be there. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class DeliveryContentTest {

    private final PaymentApi api = new PaymentApi("4010");

    @Inject
    Jdbi jdbi;

    @Inject
    EvidenceConfig config;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D38_packed_content_counts_like_plain_content_and_leaves_the_same_evidence() throws IOException {
        var content = Registrations.of(Map.of("01000001", 500, "01000002", 20));
        var plain = api.deliver("2023-01-01", content);
        var packed = delivered("2023-01-01", packed(content.getBytes(StandardCharsets.UTF_8)), 520);
        packed.body("status", is("ACCEPTED")).body("compression", is("GZIP")).body("accepted", is(520));
        String evidence = plain.extract().path("evidenceDigest");
        packed.body("evidenceDigest", is(evidence));
    }

    @Test
    void D38_a_gzip_that_ends_too_early_or_is_none_refuses_the_delivery() throws IOException {
        var whole = packed(Registrations.of(Map.of("01000001", 500)).getBytes(StandardCharsets.UTF_8));
        refused(Arrays.copyOf(whole, whole.length - 20), "compression");
        refused(Arrays.copyOf(whole, whole.length + 1), "compression");
        refused(Arrays.copyOf(whole, whole.length + 100_000), "compression");
        refused("pseudonym,agb,registered_on\n".getBytes(StandardCharsets.UTF_8), "compression");
        refused(new byte[0], "compression");
    }

    @Test
    void D38_a_small_file_that_unpacks_without_end_is_refused_at_the_limit() throws IOException {
        var bomb = packed(new byte[(int) config.unpackedBytesMax() + 1]);
        assertTrue(bomb.length < 100_000, "it is small: " + bomb.length);
        refused(bomb, "unpacked-too-large").body("fault.detail", containsString("" + config.unpackedBytesMax()));
    }

    @Test
    void D38_more_content_than_a_delivery_may_have_is_refused() throws IOException {
        var content = "x".repeat((int) config.contentBytesMax());
        String id = api.announce("2023-01-01", content, 1).extract().path("id");
        api.send(id, 0, content, false).statusCode(204);
        api.send(id, content.length(), "y", true)
                .statusCode(413)
                .body("type", is("urn:mtvp:problem:content-too-large"));
        api.delivery(id).body("status", is("RECEIVING"));
        assertTrue(statusOf(id, 3L << 30).contains(" 413 "), "a line of 3 GB is refused before it is sent");
    }

    @Test
    void D38_two_deliveries_for_a_peildatum_at_once_follow_each_other() {
        var statuses =
                Together.of(20, number -> api.deliver("2023-01-01", Registrations.of(Map.of("01000003", number + 1)))
                        .extract()
                        .<String>path("status"));
        assertEquals(20, statuses.stream().filter("ACCEPTED"::equals).count(), statuses::toString);
        int inForce = jdbi.withHandle(tx -> tx.createQuery(
                        "select count(*) from ion_delivery where uzovi = '4010' and peildatum = '2023-01-01'"
                                + " and upper_inf(known)")
                .mapTo(Integer.class)
                .one());
        assertEquals(1, inForce);
    }

    @Test
    void D38_what_may_be_a_BSN_is_refused_and_found_nowhere_afterwards() throws IOException {
        var planted = "728194530";
        var seen = new ArrayList<String>();
        try (var log = new Heard()) {
            var lines = Registrations.of(Map.of("01000004", 300)) + line(planted, "01000004", "2020-01-01") + planted
                    + "\n" + line(" " + planted, "01000004", "2020-01-01");
            var delivered = api.deliver("2023-01-01", lines).body("status", is("ACCEPTED"));
            String id = delivered.extract().path("id");
            var refusals = api.buyer()
                    .get("/v1/ion-deliveries/{id}/refusals", id)
                    .then()
                    .body("line", contains(302, 303, 304))
                    .body("code", contains("POSSIBLE_BSN", "POSSIBLE_BSN", "POSSIBLE_BSN"))
                    .body("pseudonym", contains(nullValue(), nullValue(), nullValue()));
            seen.add(refusals.extract().asString());
            seen.add(delivered.extract().asString());
            refusedWhole(planted, seen);
            seen.addAll(log.lines());
        }
        assertEquals(
                List.of(), seen.stream().filter(text -> text.contains(planted)).toList());
        assertEquals(List.of(), tablesWith(planted));
        try (var files = Files.walk(config.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertTrue(!bytes.contains(planted), file::toString);
            }
        }
    }

    private void refusedWhole(String planted, List<String> seen) {
        var answer = api.deliver("2023-01-01", Registrations.of(line(planted, "01000004", "2020-01-01")))
                .body("status", is("REFUSED"))
                .body("fault.code", is("possible-bsn"));
        seen.add(answer.extract().asString());
    }

    /** The tables of which a row, written as text, has a value in it. */
    private List<String> tablesWith(String value) {
        return jdbi.withHandle(
                tx -> tx
                        .createQuery("select tablename from pg_tables where schemaname = 'public'")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .filter(table -> tx.createQuery("select has_table_privilege(:table, 'select')")
                                .bind("table", table)
                                .mapTo(Boolean.class)
                                .one())
                        .filter(table -> tx.createQuery(
                                        "select exists (select from <table> t where t::text like :value)")
                                .define("table", table)
                                .bind("value", "%" + value + "%")
                                .mapTo(Boolean.class)
                                .one())
                        .toList());
    }

    private ValidatableResponse refused(byte[] content, String code) throws IOException {
        return delivered("2023-01-01", content, 500)
                .body("status", is("REFUSED"))
                .body("fault.code", is(code));
    }

    private ValidatableResponse delivered(String peildatum, byte[] content, long rows) {
        String id = api.buyer()
                .contentType("application/json")
                .body(Map.of(
                        "uzovi",
                        "4010",
                        "peildatum",
                        peildatum,
                        "rowCount",
                        rows,
                        "sha256",
                        Digests.hex(Digests.sha256(content)),
                        "compression",
                        "GZIP"))
                .post("/v1/ion-deliveries")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        api.send(id, 0, content, true).statusCode(204);
        return api.worked(id);
    }

    private static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** The first line of the answer to content of which only the length is told. */
    private static String statusOf(String id, long length) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var request = String.join(
                    "\r\n",
                    "PATCH /v1/ion-deliveries/" + id + "/content HTTP/1.1",
                    "Host: localhost",
                    "Authorization: Bearer " + Tokens.insurer("buyer-4010", List.of("4010"), "insurer"),
                    "Idempotency-Key: " + UUID.randomUUID(),
                    "Content-Type: application/offset+octet-stream",
                    "Upload-Offset: 0",
                    "Content-Length: " + length,
                    "",
                    "");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[100];
            int read = socket.getInputStream().readNBytes(answer, 0, answer.length);
            return new String(answer, 0, read, StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
