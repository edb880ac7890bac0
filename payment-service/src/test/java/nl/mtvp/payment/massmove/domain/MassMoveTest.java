package nl.mtvp.payment.massmove.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.massmove.domain.FlaggedMove.MassMove;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D40: more than 25 % and more than 50, up or down, from what there was before. */
class MassMoveTest {

    private static final Agb ONE = new Agb("01000001");
    private static final Agb TWO = new Agb("01000002");
    private static final Agb THREE = new Agb("01000003");

    @ParameterizedTest
    @CsvSource({
        // 25 % of 400 is 100: exactly that is none.
        "400, 500, false",
        "400, 501, true",
        "400, 300, false",
        "400, 299, true",
        // Of 401 it is 100.25.
        "401, 501, false",
        "401, 502, true",
        // Exactly 50 is none, however small the practice.
        "100, 150, false",
        "100, 151, true",
        "100, 50, false",
        "100, 49, true",
        // A new practice, and one that is gone.
        "0, 50, false",
        "0, 51, true",
        "50, 0, false",
        "51, 0, true",
        // Large and small by the other measure.
        "4210, 4260, false",
        "4210, 4261, false",
        "10, 60, false",
        "0, 0, false",
        "9223372036854775, 0, true",
    })
    void D40_both_measures_are_exceeded(long before, long after, boolean flagged) {
        assertEquals(flagged, MassMove.isOne(before, after));
    }

    @Test
    void D40_practices_of_both_peildata_are_compared() {
        var before = Map.of(ONE, 400L, TWO, 51L);
        var after = Map.of(ONE, 450L, THREE, 51L);
        assertEquals(List.of(new MassMove(TWO, 51, 0), new MassMove(THREE, 0, 51)), MassMove.between(before, after));
        assertEquals(List.of(), MassMove.between(after, after));
    }

    @Test
    void a_small_change_is_no_mass_move() {
        assertThrows(IllegalArgumentException.class, () -> new MassMove(ONE, 400, 500));
    }
}
