package nl.mtvp.plan.region.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import org.junit.jupiter.api.Test;

class MoveTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2023, 7, 1);
    private static final Affiliation ALWAYS = new Affiliation("ZOU", "UNICUM", "Zeist", null, null);
    private static final Affiliation FROM_JULY = new Affiliation("ZOU", "UNICUM", "Zeist", JULY, null);

    @Test
    void D5_a_practice_moves_to_another_hub_or_region_today_or_later() {
        assertDoesNotThrow(() -> to("ZOU", "Soest", TODAY).requireToFollow(ALWAYS, TODAY));
        assertDoesNotThrow(() -> to("Lekstroom", "Zeist", JULY).requireToFollow(ALWAYS, TODAY));
        assertDoesNotThrow(() -> to("ZOU", "Soest", JULY.plusDays(1)).requireToFollow(FROM_JULY, TODAY));
    }

    @Test
    void D5_a_move_that_does_not_follow_the_last_one_is_refused() {
        assertEquals("in-the-past", fault(to("ZOU", "Soest", TODAY.minusDays(1)), ALWAYS));
        assertEquals("before-the-last-move", fault(to("ZOU", "Soest", JULY.minusDays(1)), FROM_JULY));
        assertRefused("moves-that-day", () -> to("ZOU", "Soest", JULY).requireToFollow(FROM_JULY, TODAY));
        assertRefused("practice-is-there", () -> to("ZOU", "Zeist", JULY).requireToFollow(ALWAYS, TODAY));
    }

    @Test
    void a_practice_is_somewhere_for_a_day_at_least() {
        assertThrows(IllegalArgumentException.class, () -> new Affiliation("ZOU", "UNICUM", "Zeist", JULY, JULY));
    }

    private static String fault(Move move, Affiliation last) {
        return assertThrows(InvalidInput.class, () -> move.requireToFollow(last, TODAY))
                .faults()
                .get(0)
                .code();
    }

    private static Move to(String region, String hub, LocalDate day) {
        return new Move(new Agb("01999901"), region, hub, day);
    }
}
