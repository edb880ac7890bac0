package nl.mtvp.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest(name = "{0} is a working day: {1} ({2})")
    @CsvSource({
        "2023-05-19, true, the Friday after Ascension Day",
        "2023-05-20, false, a Saturday",
        "2023-05-21, false, a Sunday",
        "2024-01-01, false, New Year's Day",
        "2023-04-07, false, Good Friday (Algemene termijnenwet)",
        "2023-04-10, false, Easter Monday",
        "2023-04-27, false, King's Day",
        "2025-04-25, true, the Friday before a King's Day that is moved to Saturday",
        "2025-04-28, true, the Monday after it",
        "2023-05-04, true, the day before Liberation Day",
        "2023-05-05, false, Liberation Day in any year",
        "2025-05-05, false, Liberation Day in a fifth year",
        "2023-05-18, false, Ascension Day",
        "2023-05-29, false, Whit Monday",
        "2023-12-25, false, first Christmas day",
        "2023-12-26, false, second Christmas day",
        "2023-12-27, true, the day after Christmas"
    })
    void D25_weekends_and_the_holidays_of_the_Algemene_termijnenwet_are_no_working_days(
            LocalDate day, boolean working, String which) {
        assertEquals(working, WorkingDays.DUTCH.isWorkingDay(day), which);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-15, 0, 2023-05-15",
        "2023-05-15, 5, 2023-05-23", // over Ascension Day and a weekend
        "2023-06-30, 5, 2023-07-07",
        "2023-12-22, 5, 2024-01-03", // over Christmas and New Year's Day
        "2023-04-06, 1, 2023-04-11" // over Easter, Good Friday included
    })
    void D25_a_term_counts_the_working_days_after_its_first_day(LocalDate from, int days, LocalDate last) {
        assertEquals(last, WorkingDays.DUTCH.after(from, days));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-24, 5, 2024-05-02", // 1 May is closed
        "2023-04-24, 5, 2023-05-02", // King's Day is not, 1 May is
        "2024-05-08, 5, 2024-05-15", // Ascension Day is not
        "2024-03-28, 1, 2024-04-02", // Good Friday and Easter Monday are
        "2023-12-22, 5, 2024-01-03"
    })
    void D50_banks_execute_on_the_days_on_which_TARGET_is_open(LocalDate from, int days, LocalDate last) {
        assertEquals(last, WorkingDays.TARGET.after(from, days));
    }

    @Test
    void a_term_has_no_negative_length() {
        var day = LocalDate.of(2023, 5, 15);
        assertThrows(IllegalArgumentException.class, () -> WorkingDays.DUTCH.after(day, -1));
    }

    @Property(tries = 200)
    void a_term_ends_on_a_working_day_with_just_so_many_working_days_in_it(
            @ForAll @IntRange(max = 2_000) int offset, @ForAll @IntRange(min = 1, max = 15) int days) {
        var from = LocalDate.of(2023, 1, 1).plusDays(offset);
        var last = WorkingDays.DUTCH.after(from, days);
        assertTrue(WorkingDays.DUTCH.isWorkingDay(last));
        assertEquals(
                days,
                from.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(WorkingDays.DUTCH::isWorkingDay)
                        .count());
    }
}
