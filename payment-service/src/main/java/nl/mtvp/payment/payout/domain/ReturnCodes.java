package nl.mtvp.payment.payout.domain;

import java.util.Set;
import java.util.regex.Pattern;

/** Codes by which banks say why a transfer came back (ISO 20022, external status reasons). */
public final class ReturnCodes {

    /**
     * The account is none that can be paid (Choice): its number is wrong (AC01), it is closed (AC04, AC07), blocked
     * (AC06) or of a kind that takes no transfers (AG01), its holder is not the one named (BE01, BE04) or is dead (MD07).
     */
    public static final Set<String> NO_ACCOUNT = Set.of("AC01", "AC04", "AC06", "AC07", "AG01", "BE01", "BE04", "MD07");

    private static final Pattern SAID =
            Pattern.compile("\\b(" + String.join("|", NO_ACCOUNT) + ")\\b", Pattern.CASE_INSENSITIVE);

    private ReturnCodes() {}

    /** Whether a bank's words name one of {@link #NO_ACCOUNT}. */
    public static boolean sayNoAccount(String reason) {
        return SAID.matcher(reason).find();
    }
}
