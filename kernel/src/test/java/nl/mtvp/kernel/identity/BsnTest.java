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
                "1234-56-782",
                "123\u00a0456\u00a0782",
                "123\u2011456\u2011782",
                "1234/56/782",
                "dossier 100 123 456 782",
                "0 1 2 3 4 5 6 7 8 2",
                "12 34 56 782",
                "1 2 3 4 5 6 7 8 2",
                "123  456  782",
                "123|456|782",
                "123 456782",
                "123456 782",
                "123-45-6782",
                "bsn123456782",
                "123456782a",
                "1\u200b11222333",
                "11122\u00ad2\u2060333",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff12",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662"
            })
    void nine_digits_that_pass_the_test_of_eleven_may_be_one_however_they_are_written(String text) {
        assertTrue(Bsn.mayStandIn(text), text);
        assertFalse(Bsn.mayStandIn(Bsn.masked(text)), Bsn.masked(text));
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
                "12,124.80 euro",
                "10:30:15.123456782",
                "123-456.782",
                "120 / 340 / 550",
                "120\n340\n550",
                "NL004495445B01",
                "01234567-1234-1234-1234-a123456782bc",
                "a123456782b00000000000000000000000000000000000000000000000000000"
            })
    void other_numbers_are_none(String text) {
        assertFalse(Bsn.mayStandIn(text), text);
        assertEquals(text, Bsn.masked(text));
    }
}
