package nl.mtvp.payment.payout.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as every bank of SEPA takes it: Latin letters without marks, figures and a few signs (EPC217-08). */
public final class SepaText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]");

    private SepaText() {}

    /** What a bank does not take becomes what comes nearest: é becomes e, &amp; becomes +, the rest a full stop. */
    public static String of(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return FOREIGN.matcher(plain.replace('&', '+')).replaceAll(".").strip();
    }
}
