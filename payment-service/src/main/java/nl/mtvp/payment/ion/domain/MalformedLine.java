package nl.mtvp.payment.ion.domain;

import java.util.UUID;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Agb;

/** What is told about a line that has not the agreed form: only what has a form of its own is echoed (D38). */
final class MalformedLine {

    private static final Pattern PSEUDONYM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern AGB = Pattern.compile(Agb.FORM);
    private static final Pattern POSSIBLE_BSN = Pattern.compile("\\s*[0-9]{8,9}\\s*");

    private MalformedLine() {}

    static RefusedLine of(long number, String line) {
        var fields = line.split(",", -1);
        var code = POSSIBLE_BSN.matcher(fields[0]).matches() ? LineCode.POSSIBLE_BSN : LineCode.MALFORMED;
        var pseudonym = PSEUDONYM.matcher(fields[0]).matches() ? UUID.fromString(fields[0]) : null;
        var agb = fields.length > 1 && AGB.matcher(fields[1]).matches() ? new Agb(fields[1]) : null;
        return new RefusedLine(number, code, pseudonym, agb);
    }
}
