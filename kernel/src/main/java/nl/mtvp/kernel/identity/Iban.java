package nl.mtvp.kernel.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/**
 * An IBAN whose check digits hold (mod 97), without spaces. As text it shows its country and last four characters only, so
 * that no log line holds one: ask for {@link #number()} where it is needed whole.
 */
public record Iban(String number) {

    public static final String RULE =
            "an IBAN is written like NL91ABNA0417164300 or NL91 ABNA 0417 1643 00, and its check digits hold";

    public static final String SEPA_RULE = "a credit transfer in euro reaches an account in a country of SEPA only";

    private static final int SHOWN = 4;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * What the numbers of SEPA's countries begin with: the 27 of the European Union, the other three of the EEA, ten beside
     * them, the United Kingdom and Gibraltar. The European Payments Council decides who belongs to it.
     */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    /** @throws IllegalArgumentException if the country has no such number, or the check digits do not hold */
    public Iban {
        if (number == null) {
            throw new IllegalArgumentException(RULE);
        }
        try {
            IbanUtil.validate(number);
        } catch (Iban4jException refused) {
            // Its message holds the number.
            throw new IllegalArgumentException(RULE);
        }
    }

    /**
     * Reads an IBAN as people write it, in groups or in small letters.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Iban of(String text) {
        return new Iban(
                text == null ? null : SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
    }

    public boolean inSepa() {
        return SEPA.contains(number.substring(0, 2));
    }

    /** What may be shown to whom it is no secret: {@code NL************4300}. */
    public String masked() {
        return number.substring(0, 2)
                + "*".repeat(number.length() - 2 - SHOWN)
                + number.substring(number.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked();
    }
}
