package nl.mtvp.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @Test
    void a_day_is_read() {
        assertEquals(LocalDate.of(2024, 2, 29), Dates.day("2024-02-29"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-02-29",
                "2023-4-1",
                "01-04-2023",
                "+999999999-01-01",
                "-2023-04-01",
                "2023-04-01T",
                "0000-01-01"
            })
    void what_is_no_day_of_four_digit_years_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Dates.day(text));
    }

    @ParameterizedTest
    @CsvSource({
        "01-04-2023, true",
        "2023/4/1, true",
        "2023-02-30, true",
        "1234-56-78, false",
        "1234.56.78, false",
        "12.34.5678, false",
        "123456782, false"
    })
    void what_is_no_day_is_told_back_only_where_it_can_be_no_other_number(String text, boolean toldBack) {
        assertEquals(toldBack, Dates.whyNoDay(text).contains(text), Dates.whyNoDay(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-12T09:30:00Z, 2023-06-12T09:30:00Z",
        "2023-06-12T11:30:00+02:00, 2023-06-12T09:30:00Z",
        "2023-06-12T09:30:00.123456789Z, 2023-06-12T09:30:00.123456Z"
    })
    void a_moment_is_read_with_its_offset_and_cut_to_microseconds(String text, Instant moment) {
        assertEquals(moment, Dates.moment(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-06-12",
                "2023-06-12T09:30:00",
                "+1000000-06-12T09:30:00Z",
                "2023-06-12T25:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "9999-12-31T23:30:00Z",
                "0001-01-01T00:00:00+18:00"
            })
    void what_is_no_moment_of_four_digit_years_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Dates.moment(text));
    }
}
