package nl.mtvp.payment.ion.domain;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Bsn;
import nl.mtvp.kernel.time.Dates;

/** What is told about a line that has not the agreed form: only what has a form of its own is echoed (D38). */
final class MalformedLine {

    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String BSN = "a number that may be a BSN, which is never sent to us";
    private static final Pattern AGB = Pattern.compile(Agb.FORM);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int UUID_LENGTH = 36;

    /** However it is written: with quotes, full stops or spaces, as a formula, or filled up with zeros. */
    private static final Pattern POSSIBLE_BSN = Pattern.compile("0*[1-9][0-9]{6,7}[1-9]0*|[0-9]{8,9}");

    /** The UUIDs that RFC 9562 keeps for nobody: the nil UUID and the max UUID. */
    private static final Pattern NOBODY = Pattern.compile("0*|[fF]*");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\"'=./]+");

    private MalformedLine() {}

    static RefusedLine of(long number, String line) {
        var fields = fields(line);
        var code = isPossibleBsn(fields[0]) || bsnAt(fields) > 0 ? LineCode.POSSIBLE_BSN : LineCode.MALFORMED;
        var pseudonym = isPseudonym(fields[0]) ? UUID.fromString(fields[0]) : null;
        var agb = fields.length > 1 && AGB.matcher(fields[1]).matches() ? new Agb(fields[1]) : null;
        return new RefusedLine(number, code, pseudonym, agb, reason(number, line));
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

    private static boolean isPseudonym(String field) {
        return PSEUDONYM.matcher(field).matches() && !isNoPseudonym(UUID.fromString(field));
    }

    /** A UUID of nothing but zeros or ones, or of a number that may be a BSN, filled up with them. */
    static boolean isNoPseudonym(UUID pseudonym) {
        var digits = pseudonym.toString().replace("-", "");
        return NOBODY.matcher(digits).matches() || isPossibleBsn(digits);
    }

    /** The first field after the pseudonym with what passes as a BSN; none is 0. */
    private static int bsnAt(String[] fields) {
        for (int at = 1; at < fields.length; at++) {
            if (Bsn.mayStandIn(fields[at])) {
                return at;
            }
        }
        return 0;
    }

    private static boolean isPossibleBsn(String field) {
        return POSSIBLE_BSN
                .matcher(BETWEEN_DIGITS.matcher(field).replaceAll(""))
                .matches();
    }

    /** Where the line goes wrong first, what stands there, and what is wanted; never what may be a BSN. */
    private static String reason(long number, String line) {
        var raw = line.split(",", -1);
        var fields = fields(line);
        if (isPossibleBsn(fields[0])) {
            return at(number, 1) + BSN;
        }
        int bsn = bsnAt(fields);
        if (bsn > 0) {
            return at(number, String.join(",", List.of(raw).subList(0, bsn)).length() + 2) + BSN;
        }
        if (fields.length != 3) {
            return at(number, 1) + fields.length + " fields where 3 are wanted, parted by commas";
        }
        if (!isPseudonym(fields[0])) {
            return at(number, 1)
                    + ("a pseudonym is a UUID of 36 characters"
                            + (fields[0].length() == UUID_LENGTH
                                    ? ", made by ION's pseudonymiser; this one is nothing but zeros or nothing but f, or has other"
                                            + " characters than hexadecimal digits"
                                    : "; here stand " + fields[0].length()));
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
