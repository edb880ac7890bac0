package nl.mtvp.kernel.rest.edge;

import static nl.mtvp.kernel.rest.Trials.asking;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.mtvp.kernel.rest.TrialResource;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Whoever asks and asks and reads nothing fills nobody's memory. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class UnreadAnswersTest {

    private static final String REQUEST = "GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /** A few buffers; without end some hundred megabytes of answers are written in the time. */
    private static final long ROOM = 48L << 20;

    @Test
    void a_connection_that_takes_no_answers_is_ended() throws IOException {
        long before = directMemory();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            var asking = CompletableFuture.runAsync(() -> ask(socket));
            await().atMost(Duration.ofSeconds(30)).until(asking::isCompletedExceptionally);
            long grown = directMemory() - before;
            assertTrue(grown < ROOM, "the answers of one connection take " + grown + " bytes");
            for (int request = 0; request < 20; request++) {
                asking("3332").get("/v1/trials").then().statusCode(200);
            }
        }
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    @Test
    void a_file_that_is_not_read_is_broken_off() throws IOException {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            var request = "GET /v1/trials/file HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + Tokens.insurer("unread-" + UUID.randomUUID(), List.of("3332"), "insurer") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            await().until(() -> TrialResource.WRITING.get() == 1);
            await().atMost(Duration.ofSeconds(60)).until(() -> TrialResource.WRITING.get() == 0);
        }
    }

    private static void ask(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
