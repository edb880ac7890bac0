package nl.mtvp.kernel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "NL91ABNA0417164301",
                "NL91 ABNA 0417 1643 00",
                "nl91abna0417164300",
                "NL91ABNA041716430",
                "XX"
            })
    void D51_an_iban_whose_check_digits_do_not_hold_is_refused_without_repeating_it(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Iban(text));
        assertEquals(Iban.RULE, refusal.getMessage());
        assertNull(refusal.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL91 ABNA 0417 1643 00", "nl91abna0417164300", " NL91\u00a0ABNA\t0417164300 "})
    void D51_an_iban_is_read_as_people_write_it(String text) {
        assertEquals(new Iban("NL91ABNA0417164300"), Iban.of(text));
    }

    @Test
    void D51_an_iban_is_never_whole_in_text_that_may_be_logged() {
        var iban = new Iban("NL91ABNA0417164300");
        assertEquals("NL************4300", iban.toString());
        assertEquals("NL91ABNA0417164300", iban.number());
    }

    @Test
    void D50_an_iban_outside_sepa_is_known_as_such() {
        assertTrue(new Iban("NL91ABNA0417164300").inSepa());
        assertTrue(new Iban("GB82WEST12345698765432").inSepa());
        assertFalse(new Iban("AE070331234567890123456").inSepa());
    }

    @Test
    void a_strange_big_number_is_warned_about_and_kept() {
        assertTrue(new Big("123456789").warning().isPresent());
        assertTrue(new Big("19012345601").warning().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Big(" "));
    }
}
