package nl.mtvp.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EuroTest {

    @ParameterizedTest
    @CsvSource({"12124.80,1212480", "0.00,0", "-0.05,-5", "-34.56,-3456", "0.99,99"})
    void amounts_are_read_and_written_with_two_decimals(String text, long cents) {
        assertEquals(cents, Euro.of(text).cents());
        assertEquals(text, new Euro(cents).toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "1.2", "1.234", "1,23", "01.00", "1e2", "+1.00", " 1.00", "99999999999999999.00"})
    void anything_else_is_refused_and_never_rounded(String text) {
        assertThrows(IllegalArgumentException.class, () -> Euro.of(text));
    }

    @Property
    boolean writing_and_reading_give_the_same_amount(@ForAll int cents) {
        return Euro.of(new Euro(cents).toString()).equals(new Euro(cents));
    }

    @Property
    boolean what_is_added_can_be_taken_away(@ForAll int one, @ForAll int other) {
        return new Euro(one).plus(new Euro(other)).minus(new Euro(other)).equals(new Euro(one));
    }

    @Test
    void an_overflow_is_an_error_and_no_wrap_around() {
        assertThrows(ArithmeticException.class, () -> new Euro(Long.MAX_VALUE).plus(new Euro(1)));
        assertThrows(ArithmeticException.class, () -> new Euro(Long.MIN_VALUE).negated());
    }
}
