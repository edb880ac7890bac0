package nl.mtvp.kernel.time;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteClockTest {

    @TempDir
    Path folder;

    @Test
    void a_set_clock_is_refused_outside_the_local_profile() {
        var setting = "mtvp.clock.offset-file";
        for (var profile : List.of("prod", "dev", "test", "acceptance")) {
            var refusal = assertThrows(
                    IllegalStateException.class,
                    () -> SuiteClock.refuseOutsideOfTheLocalProfile(setting, true, List.of(profile)));
            assertTrue(refusal.getMessage().contains(setting), refusal.getMessage());
        }
        assertThrows(
                IllegalStateException.class, () -> SuiteClock.refuseOutsideOfTheLocalProfile(setting, true, List.of()));
        assertDoesNotThrow(() -> SuiteClock.refuseOutsideOfTheLocalProfile(setting, true, List.of("local")));
        assertDoesNotThrow(() -> SuiteClock.refuseOutsideOfTheLocalProfile(setting, false, List.of("prod")));
    }

    @Test
    void the_clock_runs_on_from_where_the_file_puts_it_and_follows_the_file() throws IOException {
        var file = folder.resolve("clock-offset");
        Files.writeString(file, "PT-26280H\n");
        var clock = new SuiteClock.OffsetClock(file);

        var threeYearsAgo = Instant.now().minus(Duration.ofHours(26_280));
        assertTrue(Duration.between(threeYearsAgo, clock.instant()).abs().compareTo(Duration.ofMinutes(1)) < 0);
        assertEquals(SuiteClock.ZONE, clock.getZone());

        Files.writeString(file, "PT0S");
        assertTrue(Duration.between(Instant.now(), clock.instant()).abs().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void a_missing_offset_file_is_an_error_and_no_silent_today() {
        assertThrows(UncheckedIOException.class, () -> new SuiteClock.OffsetClock(folder.resolve("none")).instant());
    }
}
