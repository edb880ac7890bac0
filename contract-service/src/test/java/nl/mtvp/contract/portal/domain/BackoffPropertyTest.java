package nl.mtvp.contract.portal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffPropertyTest {

    @Property
    void D36_a_pause_is_never_longer_than_an_hour_nor_shorter_than_half_of_the_first(
            @ForAll @IntRange(min = 1, max = 100_000) int attempts,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        var pause = Backoff.after(attempts, chance);
        assertTrue(pause.compareTo(Backoff.LONGEST) <= 0 && pause.compareTo(Backoff.FIRST.dividedBy(2)) >= 0);
    }

    @Example
    void D36_pauses_double_up_to_an_hour() {
        assertEquals(Duration.ofMillis(500), Backoff.after(1, 0));
        assertEquals(Duration.ofMillis(1_000), Backoff.after(2, 0));
        assertEquals(Duration.ofMillis(1_500), Backoff.after(2, 0.5));
        assertEquals(Duration.ofMinutes(30), Backoff.after(13, 0));
        assertEquals(Duration.ofMinutes(30), Backoff.after(100, 0));
    }
}
