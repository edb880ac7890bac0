package nl.mtvp.payment.ion;

import static nl.mtvp.payment.testing.Registrations.line;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D38: what no delivery may be, each refused by its name. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class DeliveryRefusalsTest {

    private static final long THREE_GIGABYTES = 3L << 30;
    private static final int PIECE = 1 << 16;

    private final PaymentApi api = new PaymentApi("4020");

    @Inject
    EvidenceConfig config;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D38_a_NUL_refuses_the_delivery() {
        api.deliver("2023-04-01", Registrations.of(Map.of("01402001", 200)) + "a\u0000b\n")
                .body("status", is("REFUSED"))
                .body("fault.code", is("encoding"));
    }

    @Test
    void D38_a_peildatum_that_is_no_first_day_of_a_quarter_is_refused() {
        for (var day : List.of("2023-04-02", "2023-03-31", "2023-05-01")) {
            api.announce(day, "x", 1)
                    .statusCode(400)
                    .body("errors.code", contains("no-peildatum"))
                    .body("errors.location", contains("/peildatum"));
        }
    }

    @Test
    void D38_an_AGB_of_an_unknown_kind_refuses_the_line() {
        var lines = new StringBuilder();
        for (var kind : List.of("01", "37", "00", "02", "36", "38", "10", "99")) {
            lines.append(line(UUID.randomUUID().toString(), kind + "402001", "2020-01-01"));
        }
        String id = api.deliver("2023-01-01", Registrations.of(lines.toString()))
                .body("status", is("ACCEPTED"))
                .body("accepted", is(2))
                .body("refused", is(6))
                .extract()
                .path("id");
        api.buyer()
                .get("/v1/ion-deliveries/{id}/refusals", id)
                .then()
                .body("line", contains(4, 5, 6, 7, 8, 9))
                .body("code.unique()", contains("UNKNOWN_AGB_KIND"));
        api.buyer().get("/v1/ion-deliveries/{id}/counts", id).then().body("agb", contains("01402001", "37402001"));
    }

    @Test
    void D38_a_line_of_3_GB_whose_length_nobody_announced_is_cut_off_with_413() throws IOException {
        String id = api.announce("2023-04-01", "x", 1).extract().path("id");
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var out = socket.getOutputStream();
            out.write(String.join(
                            "\r\n",
                            "PATCH /v1/ion-deliveries/" + id + "/content HTTP/1.1",
                            "Host: localhost",
                            "Authorization: Bearer " + Tokens.insurer("buyer-4020", List.of("4020"), "insurer"),
                            "Idempotency-Key: " + UUID.randomUUID(),
                            "Content-Type: application/offset+octet-stream",
                            "Upload-Offset: 0",
                            "Transfer-Encoding: chunked",
                            "",
                            "")
                    .getBytes(StandardCharsets.US_ASCII));
            long sent = sendUntilAnswered(socket, out);
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertTrue(status.endsWith(" 413"), status);
            assertTrue(sent < 10 * config.contentBytesMax(), "it took " + sent + " bytes");
        }
        api.delivery(id).body("status", is("RECEIVING"));
    }

    private static long sendUntilAnswered(Socket socket, OutputStream out) throws IOException {
        var chunk =
                (Integer.toHexString(PIECE) + "\r\n" + "x".repeat(PIECE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        while (sent < THREE_GIGABYTES && socket.getInputStream().available() == 0) {
            out.write(chunk);
            sent += PIECE;
        }
        return sent;
    }
}
