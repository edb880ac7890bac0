package nl.mtvp.suite.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryClockTest {

    @TempDir
    private Path folder;

    @Test
    void the_file_holds_what_the_services_add_to_the_systems_clock() throws Exception {
        var clock = clockAt("2023-05-01T07:00:00Z");
        var offset =
                Duration.parse(Files.readString(folder.resolve("clock-offset")).strip());
        var suite = Instant.now().plus(offset);
        assertTrue(
                Duration.between(Instant.parse("2023-05-01T07:00:00Z"), suite).toSeconds() < 60, suite.toString());
        assertEquals(LocalDate.of(2023, 5, 1), clock.today());
    }

    @Test
    void it_moves_on_to_a_later_day() {
        var clock = clockAt("2023-05-01T07:00:00Z");
        clock.moveTo(LocalDate.of(2023, 6, 12));
        assertEquals(LocalDate.of(2023, 6, 12), clock.today());
    }

    @Test
    void it_never_goes_back() {
        var clock = clockAt("2023-05-01T07:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> clock.moveTo(LocalDate.of(2023, 4, 30)));
        assertEquals(LocalDate.of(2023, 5, 1), clock.today());
    }

    @Test
    void the_day_that_it_is_already_does_not_set_it_back_to_the_morning() {
        var clock = clockAt("2023-05-01T15:00:00Z");
        clock.moveTo(LocalDate.of(2023, 5, 1));
        assertTrue(clock.now().isAfter(Instant.parse("2023-05-01T14:59:59Z")));
    }

    private StoryClock clockAt(String moment) {
        return StoryClock.startingAt(folder.resolve("clock-offset"), Instant.parse(moment));
    }
}
