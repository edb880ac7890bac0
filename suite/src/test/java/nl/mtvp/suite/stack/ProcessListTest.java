package nl.mtvp.suite.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessListTest {

    @TempDir
    private Path folder;

    @Test
    void what_a_killed_launcher_left_is_ended_and_named() throws Exception {
        var left = sleeper();
        new ProcessList(file()).add("plan-service", left.toHandle());

        assertEquals(List.of("plan-service"), new ProcessList(file()).endLeftovers());
        assertTrue(left.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void a_process_that_got_the_number_of_ours_later_is_left_alone() throws Exception {
        var foreign = sleeper();
        try {
            Files.writeString(file(), foreign.pid() + " 1234 plan-service\n");
            assertEquals(List.of(), new ProcessList(file()).endLeftovers());
            assertTrue(foreign.isAlive());
        } finally {
            foreign.destroyForcibly().waitFor();
        }
    }

    @Test
    void without_a_list_nothing_is_ended() {
        assertEquals(List.of(), new ProcessList(file()).endLeftovers());
    }

    private Path file() {
        return folder.resolve("processes");
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }
}
