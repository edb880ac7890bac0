package nl.mtvp.kernel.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A BIG number as somebody stated it. Its check rule is uncertain (some registers print 9 digits, others 11), so a
 * strange one is kept and warned about, never refused.
 */
public record Big(String number) {

    private static final Pattern USUAL = Pattern.compile("[0-9]{11}");

    /** @throws IllegalArgumentException if nothing is stated at all */
    public Big {
        if (number == null || number.isBlank()) {
            throw new IllegalArgumentException("a BIG number is stated");
        }
    }

    /** What looks wrong, if anything: a sentence for a person, never a reason to refuse. */
    public Optional<String> warning() {
        return USUAL.matcher(number).matches()
                ? Optional.empty()
                : Optional.of("a BIG number usually has 11 digits; this one was kept as stated");
    }

    @Override
    public String toString() {
        return number;
    }
}
