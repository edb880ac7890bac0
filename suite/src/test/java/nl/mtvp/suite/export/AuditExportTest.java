package nl.mtvp.suite.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.mtvp.suite.Mtvp;
import nl.mtvp.suite.stack.StackFailure;
import nl.mtvp.verifier.audit.AuditCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Taking an export from a payment-service that has nothing to tell, that refuses, and that breaks off. */
class AuditExportTest {

    private static final String KNOWN_AT = "2024-04-04T07:00:00.027640Z";
    private static final AuditExport.Progress UNSEEN = new AuditExport.Progress() {

        @Override
        public InputStream reading(String data, InputStream content) {
            return content;
        }

        @Override
        public void written(String data, long lines) {}
    };

    @TempDir
    private Path temporary;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer payment;
    private volatile boolean refuses;
    private volatile boolean breaksOff;

    @BeforeEach
    void serve() throws IOException {
        payment = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        payment.createContext("/v1/audit-exports", this::answer);
        payment.start();
    }

    @AfterEach
    void stop() {
        payment.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            if (refuses) {
                send(exchange, 403, "{\"title\": \"forbidden\", \"detail\": \"only auditors may\"}");
            } else if (exchange.getRequestURI().getPath().endsWith("/audit-exports")) {
                send(
                        exchange,
                        200,
                        "{\"knownAt\": \"%s\", \"insurers\": [{\"uzovi\": \"3332\", \"postings\": 0, \"head\": \"%s\"}]}"
                                .formatted(KNOWN_AT, "0".repeat(64)));
            } else if (breaksOff && exchange.getRequestURI().getPath().endsWith("/lines")) {
                // As many bytes are announced as never come.
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("{".getBytes(UTF_8));
            } else {
                send(exchange, 200, "");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(UTF_8).length);
        if (!body.isEmpty()) {
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private AuditExport export() {
        return new AuditExport(
                URI.create("http://127.0.0.1:" + payment.getAddress().getPort()), () -> "an-auditors-token");
    }

    @Test
    void D54_all_parts_are_asked_for_as_known_at_the_moment_that_the_first_answer_gave() {
        var folder = temporary.resolve("export");
        var taken = export().into(folder, new AuditExport.Query("3332", null), UNSEEN);

        assertEquals(Instant.parse(KNOWN_AT), taken.knownAt());
        assertEquals(1, taken.insurers());
        var token = " Bearer an-auditors-token";
        var query = "?uzovi=3332&knownAt=" + KNOWN_AT;
        assertEquals(
                List.of(
                        "/v1/audit-exports?uzovi=3332" + token,
                        "/v1/audit-exports/facts" + query + token,
                        "/v1/audit-exports/runs" + query + token,
                        "/v1/audit-exports/lines" + query + token,
                        "/v1/audit-exports/postings" + query + token,
                        "/v1/audit-exports/entries" + query + token),
                asked);
        var told = new ArrayList<String>();
        assertEquals(0, AuditCheck.differences(folder, Map.of(), told::add), told::toString);
    }

    @Test
    void a_folder_with_something_in_it_is_refused_before_anything_is_asked() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "mine");
        var refused = assertThrows(IllegalArgumentException.class, () -> export().into(
                        temporary, new AuditExport.Query(null, null), UNSEEN));
        assertTrue(refused.getMessage().contains("is not empty"), refused.getMessage());
        assertEquals(List.of(), asked);
        assertEquals("mine", Files.readString(temporary.resolve("letter.txt")));
    }

    @Test
    void a_refusal_is_told_in_its_words() {
        refuses = true;
        var refused = assertThrows(StackFailure.class, () -> export().into(
                        temporary.resolve("export"), new AuditExport.Query(null, null), UNSEEN));
        assertTrue(refused.getMessage().endsWith("answers 403: only auditors may"), refused.getMessage());
    }

    @Test
    void an_export_that_breaks_off_has_no_manifest_and_says_so() {
        breaksOff = true;
        var folder = temporary.resolve("export");
        var broken = assertThrows(
                StackFailure.class, () -> export().into(folder, new AuditExport.Query(null, null), UNSEEN));
        assertTrue(broken.getMessage().contains("is not whole: delete it"), broken.getMessage());
        assertFalse(Files.exists(folder.resolve("manifest.json")));
        assertFalse(Files.exists(folder.resolve("lines.ndjson")), "a file has its name only when it is whole");
    }

    @Test
    void the_checker_exits_with_1_when_something_differs() throws IOException {
        var folder = temporary.resolve("export");
        export().into(folder, new AuditExport.Query(null, null), UNSEEN);
        var program = new CommandLine(new Mtvp());
        assertEquals(0, program.execute("audit-check", folder.toString()));
        assertEquals(0, program.execute("audit-check", folder.toString(), "--head", "3332=" + "0".repeat(64)));
        assertEquals(1, program.execute("audit-check", folder.toString(), "--head", "3332=" + "1".repeat(64)));
        Files.writeString(folder.resolve("runs.ndjson"), "\n");
        assertEquals(1, program.execute("audit-check", folder.toString()));
    }
}
