package nl.mtvp.kernel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @Test
    void leading_zeros_are_kept() {
        assertEquals("01999901", new Agb("01999901").toString());
        assertEquals("01", new Agb("01999901").kind());
        assertEquals("0101", new Uzovi("0101").toString());
        assertEquals("00000000", new Kvk("00000000").toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0199990", "019999012", "0199990a", " 1999901", "01999901\n", "٠١٩٩٩٩٠١"})
    void an_agb_or_kvk_has_exactly_eight_digits(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Agb(text));
        assertThrows(IllegalArgumentException.class, () -> new Kvk(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "101", "01011", "33 2", "333x"})
    void a_uzovi_has_exactly_four_digits(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Uzovi(text));
    }

    @Test
    void a_strange_big_number_is_warned_about_and_kept() {
        assertTrue(new Big("123456789").warning().isPresent());
        assertTrue(new Big("19012345601").warning().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Big(" "));
    }
}
