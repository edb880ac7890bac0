package nl.mtvp.suite.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MischiefTest {

    private static final Mischief HALF = new Mischief(7, 0.25, 0.25, 0.5, 0.3, 50, 400);

    @Test
    void a_message_meets_the_same_fate_under_the_same_seed() {
        assertEquals(HALF.incoming("a", 1), HALF.incoming("a", 1));
        assertEquals(HALF.outgoing("a", 1), HALF.outgoing("a", 1));
        var other = new Mischief(8, 0.25, 0.25, 0.5, 0.3, 50, 400);
        assertFalse(
                IntStream.range(0, 20).allMatch(i -> HALF.incoming("m" + i, 1).equals(other.incoming("m" + i, 1))));
    }

    @Test
    void about_the_wanted_share_fails() {
        long before = IntStream.range(0, 2_000)
                .filter(i -> HALF.incoming("m" + i, 1).failsBefore())
                .count();
        long after = IntStream.range(0, 2_000)
                .filter(i -> HALF.incoming("m" + i, 1).failsAfter())
                .count();
        assertTrue(before > 400 && before < 600, "before " + before);
        assertTrue(after > 400 && after < 600, "after " + after);
    }

    @Test
    void what_would_let_nothing_through_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Mischief(1, 0.5, 0.5, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Mischief(1, 0, 0, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Mischief(1, -0.1, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Mischief(1, 0, 0, 0, 0, -1, 0));
    }
}
