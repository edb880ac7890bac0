package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.identity.Directory;
import nl.mtvp.suite.stack.PortalAccess;
import nl.mtvp.suite.stack.StackRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mtvp clock}, with a stack of which there is only what answers that it runs. */
class ClockCommandTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    private HttpServer desk;

    @BeforeEach
    void start() throws Exception {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        desk.start();
        var address = URI.create("http://127.0.0.1:" + desk.getAddress().getPort());
        var stack = new StackRecord(
                new Directory(NOWHERE, "", Set.of(), "", Map.of()),
                NOWHERE,
                NOWHERE,
                NOWHERE,
                Map.of("plan-service", NOWHERE),
                new PortalAccess(NOWHERE, NOWHERE, address, ""),
                NOWHERE,
                "");
        Files.writeString(folder.resolve("stack.json"), Json.written(stack));
        Files.writeString(folder.resolve("clock-offset"), "PT-26280H\n");
    }

    @AfterEach
    void end() {
        desk.stop(0);
    }

    @Test
    void it_tells_the_time_and_how_far_it_is_from_the_machines() {
        var told = Call.of(folder, "clock");
        assertEquals(0, told.code(), told::said);
        assertTrue(told.said().endsWith(" in Amsterdam; 1095 days behind this machine\n"), told.said());
    }

    @Test
    void it_moves_the_services_time_on_and_says_what_follows() throws Exception {
        var told = Call.of(folder, "clock", "+10d");
        assertEquals(0, told.code(), told::said);
        assertTrue(told.said().contains("within 10 s    offers that expire"), told.said());
        var offset =
                Duration.parse(Files.readString(folder.resolve("clock-offset")).strip());
        var moved = offset.minus(Duration.ofHours(-26_280).plusDays(10));
        assertTrue(moved.abs().compareTo(Duration.ofMinutes(61)) < 0, "by ten days of Amsterdam: " + offset);
    }

    @Test
    void back_it_does_not_go_nor_to_what_is_no_time() throws Exception {
        for (var when :
                new String[] {Instant.now().minus(Duration.ofDays(1_200)).toString(), "-3d", "soon"}) {
            var told = Call.of(folder, "clock", when);
            assertEquals(1, told.code(), told::said);
            assertTrue(told.said().startsWith("mtvp: "), told.said());
        }
        assertEquals("PT-26280H\n", Files.readString(folder.resolve("clock-offset")));
    }

    @Test
    void a_stack_in_the_machines_own_time_is_not_moved() throws Exception {
        Files.delete(folder.resolve("clock-offset"));
        var told = Call.of(folder, "clock", "+1d");
        assertEquals(1, told.code());
        assertTrue(told.said().contains("keeps this machine's time, which nobody moves"), told.said());
        assertFalse(Files.exists(folder.resolve("clock-offset")));
    }

    @Test
    void without_a_stack_it_says_how_to_start_one() {
        desk.stop(0);
        assertTrue(Call.of(folder, "clock", "+1d").said().contains("Start it again with ./mtvp up"));
        var told = Call.of(folder.resolve("none"), "clock", "+1d");
        assertEquals(1, told.code());
        assertTrue(told.said().contains("start one with ./mtvp up"), told.said());
    }
}
