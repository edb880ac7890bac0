package nl.mtvp.payment.ion.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RegistrationLineTest {

    private final RegistrationLine line = new RegistrationLine();

    @Property
    void D38_what_was_written_is_read(
            @ForAll long most,
            @ForAll long least,
            @ForAll @IntRange(max = 99_999_999) int agb,
            @ForAll @IntRange(min = -25_567, max = 2_932_896) int day,
            @ForAll boolean upperCase) {
        // The nil UUID and the max UUID are nobody's pseudonym.
        Assume.that((most != 0 || least != 0) && (most & least) != -1);
        var pseudonym = new UUID(most, least);
        var text = upperCase ? pseudonym.toString().toUpperCase(java.util.Locale.ROOT) : pseudonym.toString();
        assertTrue(read(text + ",%08d,".formatted(agb) + LocalDate.ofEpochDay(day)));
        assertEquals(pseudonym, line.pseudonym());
        assertEquals(agb, line.agb());
        assertEquals(day, line.registeredOn());
    }

    @Property
    void D38_a_day_that_no_calendar_has_is_no_date(
            @ForAll @IntRange(min = 1_890, max = 2_110) int year,
            @ForAll @IntRange(max = 14) int month,
            @ForAll @IntRange(max = 33) int day) {
        boolean read = read("00000000-0000-4000-8000-000000000001,01000001,%04d-%02d-%02d".formatted(year, month, day));
        assertEquals(year >= RegistrationLine.FIRST_YEAR && isDay(year, month, day), read);
    }

    /** Each byte of a line decides about it: any other one in its place, of a kind that may not stand there. */
    @Test
    void D38_no_other_form_passes() {
        var good = "0123abcd-0000-4000-8000-00000000000F,01000001,2020-01-01";
        assertTrue(read(good));
        for (int at = 0; at < good.length(); at++) {
            for (char other : "/:@G`g {\u0000\u007f".toCharArray()) {
                assertFalse(read(good.substring(0, at) + other + good.substring(at + 1)), at + " " + other);
            }
            char wrong = good.charAt(at) == '-' || good.charAt(at) == ',' ? '0' : '-';
            assertFalse(read(good.substring(0, at) + wrong + good.substring(at + 1)), at + " " + wrong);
        }
    }

    @Test
    void D38_what_RFC_9562_keeps_for_nobody_is_no_pseudonym() {
        for (var digit : List.of("0", "f", "F")) {
            var pseudonym = "x-x-x-x-x"
                    .replaceFirst("x", digit.repeat(8))
                    .replaceFirst("x", digit.repeat(4))
                    .replaceFirst("x", digit.repeat(4))
                    .replaceFirst("x", digit.repeat(4))
                    .replaceFirst("x", digit.repeat(12));
            assertFalse(read(pseudonym + ",01000001,2020-01-01"), pseudonym);
            var last = digit.equals("0") ? "1" : "e";
            assertTrue(read(
                    pseudonym.substring(0, 19) + "8" + pseudonym.substring(20, 35) + last + ",01000001,2020-01-01"));
        }
    }

    private boolean read(String text) {
        return line.read(("?" + text + "?").getBytes(StandardCharsets.ISO_8859_1), 1);
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
