package nl.mtvp.kernel.db;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.time.Quarters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearQuarter;

/** A cursor that somebody made up is refused before the database is asked. */
class OrderTest {

    private static final Order<String> BY_DAY = Order.by("day", LocalDate::parse, day -> day);
    private static final Order<String> BY_MOMENT = Order.by("at", Instant::parse, at -> at);
    private static final Order<YearQuarter> BY_QUARTER = Order.by("quarter", Quarters::of, quarter -> quarter);

    private static final Order<Integer> BY_NUMBER = Order.by("number", Integer::valueOf, number -> number);
    private static final Order<UUID> BY_ID = Order.by("id", UUID::fromString, id -> id);

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01", "-0001-01-01", "0000-12-31", "2023-02-30", "", "2023-01-01\0x"})
    void days_beyond_the_calendar_are_no_place_in_a_list(String key) {
        assertForeign(BY_DAY, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "now"})
    void moments_beyond_the_calendar_are_no_place_in_a_list(String key) {
        assertForeign(BY_MOMENT, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-Q1", "300000-Q1", "2023-Q5"})
    void quarters_beyond_the_calendar_are_no_place_in_a_list(String key) {
        assertForeign(BY_QUARTER, key);
    }

    /** Java reads all of these; none was ever written here. */
    @Test
    void keys_in_another_spelling_are_no_place_in_a_list() {
        for (var number : List.of("05", "+5", "\u0665", "-0")) {
            assertForeign(BY_NUMBER, number);
        }
        assertForeign(BY_ID, "1-1-1-1-1");
        assertForeign(BY_ID, "0189F7E0-0000-7000-8000-00000000000A");
        assertForeign(BY_MOMENT, "2023-06-12T11:30:00+02:00");
    }

    private static <R> void assertForeign(Order<R> order, String key) {
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        var asked = new PageRequest(10, cursor);
        assertThrows(
                InvalidInput.class,
                () -> order.page((Sql) null, "select", new Filters(), asked, (row, context) -> null),
                key);
    }
}
