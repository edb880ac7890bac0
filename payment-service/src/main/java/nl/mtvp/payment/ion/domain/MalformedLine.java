package nl.mtvp.payment.ion.domain;

import java.util.UUID;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Dates;

/** What is told about a line that has not the agreed form: only what has a form of its own is echoed (D38). */
final class MalformedLine {

    private static final Pattern PSEUDONYM =
            Pattern.compile("(?!0{8}-0{4}-0{4}-0{4}-0{12})[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}"
                    + "-[0-9a-fA-F]{12}");
    private static final Pattern AGB = Pattern.compile(Agb.FORM);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** However it is written: with quotes, full stops or spaces. */
    private static final Pattern POSSIBLE_BSN = Pattern.compile("[0-9]{8,9}");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\"'.-]+");

    private MalformedLine() {}

    static RefusedLine of(long number, String line) {
        var fields = fields(line);
        var code = isPossibleBsn(fields[0]) ? LineCode.POSSIBLE_BSN : LineCode.MALFORMED;
        var pseudonym = PSEUDONYM.matcher(fields[0]).matches() ? UUID.fromString(fields[0]) : null;
        var agb = fields.length > 1 && AGB.matcher(fields[1]).matches() ? new Agb(fields[1]) : null;
        return new RefusedLine(number, code, pseudonym, agb);
    }

    /** Without the quotes that may stand around a field (RFC 4180). */
    private static String[] fields(String line) {
        var fields = line.split(",", -1);
        for (int at = 0; at < fields.length; at++) {
            var field = fields[at];
            if (field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")) {
                fields[at] = field.substring(1, field.length() - 1);
            }
        }
        return fields;
    }

    private static boolean isPossibleBsn(String field) {
        return POSSIBLE_BSN
                .matcher(BETWEEN_DIGITS.matcher(field).replaceAll(""))
                .matches();
    }

    /** Where the line goes wrong first, what stands there, and what is wanted; never what may be a BSN. */
    static String reason(long number, String line) {
        var raw = line.split(",", -1);
        var fields = fields(line);
        if (fields.length != 3) {
            return at(number, 1) + fields.length + " fields where 3 are wanted, parted by commas";
        }
        if (!PSEUDONYM.matcher(fields[0]).matches()) {
            return at(number, 1)
                    + (isPossibleBsn(fields[0])
                            ? "a number that may be a BSN, which is never sent to us"
                            : "a pseudonym is a UUID of 36 characters; here stand " + fields[0].length());
        }
        if (!AGB.matcher(fields[1]).matches()) {
            return at(number, raw[0].length() + 2) + Agb.whyNone(fields[1]);
        }
        return at(number, raw[0].length() + raw[1].length() + 3) + date(fields[2]);
    }

    private static String at(long number, int column) {
        return "line " + number + ", column " + column + ": ";
    }

    private static String date(String field) {
        if (DATE.matcher(field).matches() && Integer.parseInt(field.substring(0, 4)) < RegistrationLine.FIRST_YEAR) {
            return "nobody was registered before " + RegistrationLine.FIRST_YEAR + "-01-01";
        }
        return Dates.whyNoDay(field);
    }
}
