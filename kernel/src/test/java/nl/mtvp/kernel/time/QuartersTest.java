package nl.mtvp.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuartersTest {

    @Test
    void a_quarter_has_its_first_day_as_peildatum_and_ends_before_the_next() {
        var quarter = Quarters.of("2023-Q4");
        assertEquals(LocalDate.of(2023, 10, 1), Quarters.peildatum(quarter));
        assertEquals(LocalDate.of(2024, 1, 1), Quarters.until(quarter));
        assertEquals("2023-Q4", quarter.toString());
    }

    @Test
    void only_a_first_day_is_a_peildatum() {
        assertTrue(Quarters.isPeildatum(LocalDate.of(2023, 4, 1)));
        assertFalse(Quarters.isPeildatum(LocalDate.of(2023, 5, 1)));
        assertFalse(Quarters.isPeildatum(LocalDate.of(2023, 4, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-01, 2023-04-02, true",
        "2023-04-02, 2023-07-01, false",
        "2023-04-02, 2023-07-02, true",
        "1999-01-01, 2023-01-01, false",
        "1999-01-01, 2023-01-02, true"
    })
    void a_period_reaches_a_peildatum_of_the_scheme_or_none(LocalDate from, LocalDate until, boolean any) {
        assertEquals(any, Quarters.anyPeildatum(from, until));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2023Q2", "2023-Q5", "2023-Q0", "2023-q2", "23-Q2", "0000-Q1"})
    void other_forms_are_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Quarters.of(text));
    }
}
