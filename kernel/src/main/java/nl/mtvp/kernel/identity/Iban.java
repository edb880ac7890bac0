package nl.mtvp.kernel.identity;

import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/**
 * An IBAN whose check digits hold (mod 97), without spaces. As text it shows its country and last four characters only, so
 * that no log line holds one: ask for {@link #number()} where it is needed whole.
 */
public record Iban(String number) {

    public static final String RULE =
            "an IBAN is written without spaces, like NL91ABNA0417164300, and its check digits" + " hold";

    private static final int SHOWN = 4;

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
