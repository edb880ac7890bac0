package nl.mtvp.suite.stack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {

    @TempDir
    private Path parent;

    @Test
    void a_folder_that_no_stack_made_is_never_touched() throws Exception {
        var precious = Files.writeString(parent.resolve("thesis.txt"), "precious");
        var refusal = assertThrows(StackFailure.class, () -> StackFolder.take(parent));
        assertTrue(refusal.getMessage().contains("--data"), refusal.getMessage());
        assertTrue(Files.exists(precious));
    }

    @Test
    void what_an_earlier_stack_left_is_deleted() throws Exception {
        var data = parent.resolve("a stack");
        try (var first = StackFolder.take(data)) {
            first.renew(false);
            Files.writeString(first.logs().resolve("old.log"), "old");
        }
        try (var second = StackFolder.take(data)) {
            second.renew(false);
            assertFalse(Files.exists(second.logs().resolve("old.log")));
            assertTrue(Files.isDirectory(second.evidence()));
        }
    }

    @Test
    void data_is_kept_on_request_and_nothing_else() throws Exception {
        var data = parent.resolve("kept");
        try (var first = StackFolder.take(data)) {
            first.renew(false);
            Files.writeString(first.evidence().resolve("delivery"), "what an insurer sent");
            Files.writeString(first.logs().resolve("old.log"), "old");
        }
        try (var second = StackFolder.take(data)) {
            second.renew(true);
            assertTrue(Files.exists(second.evidence().resolve("delivery")));
            assertFalse(Files.exists(second.logs().resolve("old.log")));
        }
    }

    @Test
    void a_benchmark_leaves_logs_only() throws Exception {
        try (var folder = StackFolder.take(parent.resolve("measured"))) {
            folder.renew(false);
            Files.writeString(folder.root().resolve("evidence").resolve("delivery"), "gigabytes");
            Files.writeString(folder.logs().resolve("service.log"), "lines");
            folder.keepOnlyLogs();
            assertFalse(Files.exists(folder.root().resolve("evidence")));
            assertTrue(Files.exists(folder.logs().resolve("service.log")));
        }
    }

    @Test
    void a_folder_in_which_a_stack_runs_is_refused() {
        var data = parent.resolve("busy");
        try (var running = StackFolder.take(data)) {
            assertTrue(Files.isDirectory(running.root()));
            assertThrows(StackFailure.class, () -> StackFolder.take(data));
        }
    }
}
