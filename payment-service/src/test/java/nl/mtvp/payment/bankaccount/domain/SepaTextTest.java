package nl.mtvp.payment.bankaccount.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeBlock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SepaTextTest {

    private static final Set<UnicodeBlock> LATIN = Set.of(
            UnicodeBlock.LATIN_1_SUPPLEMENT,
            UnicodeBlock.LATIN_EXTENDED_A,
            UnicodeBlock.LATIN_EXTENDED_B,
            UnicodeBlock.LATIN_EXTENDED_ADDITIONAL,
            UnicodeBlock.LATIN_EXTENDED_C,
            UnicodeBlock.LATIN_EXTENDED_D,
            UnicodeBlock.LATIN_EXTENDED_E,
            UnicodeBlock.IPA_EXTENSIONS,
            UnicodeBlock.PHONETIC_EXTENSIONS,
            UnicodeBlock.PHONETIC_EXTENSIONS_SUPPLEMENT);

    /** Tones, clicks and sounds without a letter, and letters of phonetics and of old inscriptions that no name has. */
    private static final String WITHOUT_A_LETTER = "ƻƼƽƾǀǁǂǃʖʗʘʡʢʤʧʨʩʬʭᴤᴥᴫᵑᵜᵸᶞᶶꜪꜫꜬꜭꜮꜯꝜꝝꝨꝩꝮꝯꝰꞈꞏꟷꟻꟼꟽꟾꟿꬱꬼꭃꭄꭇꭏꭠꭦꭧ";

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ’t Zand              | 't Zand
                    Größe                | Grosse
                    Søndergaard          | Sondergaard
                    Łukasz Żółć          | Lukasz Zolc
                    Één & Zn.            | Een + Zn.
                    Ελλάδα               | Ellada
                    Đặng Þórsson Ærø     | Dang THorsson AEro
                    IJsselstein ĳ        | IJsselstein ij
                    “De Linde”           | 'De Linde'
                    a_b; c! [d] <e>      | a-b, c. (d) (e)
                    5½                   | 5 1/2
                    12²                  | 122
                    Straat 1/3-5         | Straat 1/3-5
                    een…twee             | een...twee
                    a—b–c                | a-b-c
                    100 % € #            | 100 . EUR .
                    ɐɓ Ꜳꟃ ꬵ              | ab AAw f
                    جعفر                 | j'fr
                    """)
    void D50_a_letter_becomes_the_nearest_letter(String text, String sent) {
        assertEquals(sent, SepaText.of(text));
    }

    @Test
    void D50_what_nobody_sees_is_not_sent_and_every_space_is_one() {
        assertEquals("a b c", SepaText.of(" a\tb\u00a0\r\n c\u200b\u202e "));
        assertEquals("", SepaText.of("\u00a0\u200b"));
        assertFalse(SepaText.fits("\u00a0", 16));
    }

    @Test
    void D50_what_says_nothing_to_a_bank_is_not_sent() {
        for (var nothing : List.of("\ud83d\ude00", "/", "...", "!!!", "- ?")) {
            assertFalse(SepaText.fits(nothing, 70), SepaText.of(nothing));
        }
        assertTrue(SepaText.fits("7", 16));
    }

    @Test
    void D50_its_length_is_that_of_what_is_sent() {
        assertTrue(SepaText.fits("ß".repeat(17), 35));
        assertFalse(SepaText.fits("ß".repeat(18), 35));
    }

    @Test
    void D50_no_letter_of_the_Latin_blocks_becomes_a_full_stop_that_has_a_nearest_letter() {
        var stopped = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(character -> Character.isLetter(character) && LATIN.contains(UnicodeBlock.of(character)))
                .filter(character -> !SepaText.of(Character.toString(character)).matches("[A-Za-z']+"))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertEquals(WITHOUT_A_LETTER, stopped);
    }

    @ParameterizedTest
    @CsvSource({"NL, true", "DE, true", "CW, true", "XX, false", "UK, false", "EU, false", "nl, false", "N, false"})
    void D50_a_country_is_one_of_ISO_3166(String country, boolean known) {
        assertEquals(known, new BankAccount.Address("s", "1", "p", "t", country).isInACountry());
    }
}
