package nl.mtvp.suite.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private final StringWriter shown = new StringWriter();
    private final Checks checks = new Checks(new Screen(new PrintWriter(shown), false));

    @Test
    void a_difference_is_counted_and_shows_both_sides() {
        checks.amount("run total", new BigDecimal("12124.80"), new BigDecimal("12124.79"));
        assertEquals(1, checks.failed());
        assertEquals(0, checks.passed());
        assertTrue(shown.toString().contains("✗ run total: expected 12,124.80, but it is 12,124.79"));
    }

    @Test
    void amounts_are_equal_whatever_their_scale() {
        checks.amount("zero", BigDecimal.ZERO, new BigDecimal("0.00"));
        assertEquals(1, checks.passed());
        assertEquals(0, checks.failed());
    }

    @Test
    void a_story_that_breaks_is_a_failed_check() {
        checks.broken("the story", "Keycloak went away");
        assertEquals(1, checks.failed());
    }

    @Test
    void a_seed_is_32_bytes() {
        assertThrows(IllegalArgumentException.class, () -> new Seeds("abc"));
        assertEquals(64, new Seeds(Seeds.DEFAULT).of("ZOU", Quarter.Q3_2023).length());
    }

    @Test
    void numbers_stand_right_and_texts_left() {
        var lines = new Table("insurer", "ION")
                .row("3332", 382_100L)
                .row("7095", 5L)
                .lines();
        assertEquals("  insurer      ION", lines.get(0));
        assertEquals("  3332     382,100", lines.get(2));
        assertEquals("  7095           5", lines.get(3));
    }
}
