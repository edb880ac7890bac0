package nl.mtvp.kernel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456782",
                "patient 111222333.",
                "(1234.56.782)",
                "bsn 123 456 782",
                "bsn:123456782",
                "1234-56-782"
            })
    void nine_digits_that_pass_the_test_of_eleven_may_be_one_however_they_are_written(String text) {
        assertTrue(Bsn.mayStandIn(text), text);
        assertFalse(Bsn.masked(text).matches(".*[0-9].*"), Bsn.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "000000000",
                "since 2023-04-01",
                "01999901",
                "1234567820",
                "NL91ABNA0417164300",
                "12345678-1234-1234-1234-123456782000",
                "12,124.80 euro"
            })
    void other_numbers_are_none(String text) {
        assertFalse(Bsn.mayStandIn(text), text);
        assertEquals(text, Bsn.masked(text));
    }
}
