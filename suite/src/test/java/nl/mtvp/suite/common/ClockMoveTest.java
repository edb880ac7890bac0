package nl.mtvp.suite.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMoveTest {

    private static final Instant NOW = Instant.parse("2023-03-24T11:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "+2h, 2023-03-24T13:30:00Z",
        "+90m, 2023-03-24T13:00:00Z",
        "+1d12h30s, 2023-03-25T23:30:30Z",
        "+0d, 2023-03-24T11:30:00Z",
        "2023-04-01, 2023-04-01T07:00:00Z",
        "2023-03-24T12:00:00Z, 2023-03-24T12:00:00Z",
    })
    void it_is_said_by_how_much_or_to_when(String when, Instant target) {
        assertEquals(target, ClockMove.target(when, NOW));
    }

    @Test
    void a_day_is_a_day_also_when_summer_begins_in_it() {
        assertEquals(Instant.parse("2023-03-27T10:30:00Z"), ClockMove.target("+3d", NOW));
        assertEquals(Instant.parse("2023-03-31T10:30:00Z"), ClockMove.target("+1w", NOW));
        assertEquals(Instant.parse("2023-03-27T11:30:00Z"), ClockMove.target("+72h", NOW));
    }

    @Test
    void the_day_that_it_is_already_is_now_and_not_its_morning() {
        assertEquals(NOW, ClockMove.target("2023-03-24", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-03-23", "2023-03-24T11:29:59Z"})
    void it_never_moves_back_and_says_what_time_it_is(String when) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ClockMove.target(when, NOW));
        assertTrue(refusal.getMessage().contains("it is 2023-03-24 12:30:00 already"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10d", "+", "+d", "+10", "+10y", "+1h1d", "-3d", "tomorrow", "2023-02-30", "+123456d", ""})
    void what_says_no_time_is_told_how_it_is_written(String when) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ClockMove.target(when, NOW));
        assertTrue(refusal.getMessage().contains("write +10d, +2h"), refusal.getMessage());
    }

    @Test
    void beyond_what_the_services_know_it_does_not_go() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> ClockMove.target("+99999d", NOW));
        assertTrue(refusal.getMessage().contains("no day after 2099-12-31"), refusal.getMessage());
    }
}
