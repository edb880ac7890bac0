package nl.mtvp.kernel.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.mtvp.kernel.identity.Bsn;

/**
 * One thing that is wrong with what was asked, said so that it can be mended.
 *
 * @param in where it stands: {@code body}, {@code query}, {@code path}, {@code header}, {@code file}, or
 *     {@code state} when the request is fine and the world is not
 * @param location which part: a JSON pointer in a body, the name of a parameter, a line of a file
 * @param code stable, kebab-case, part of the API
 * @param detail a sentence that says what is wrong and what would mend it, with the rule's number where one applies
 */
public record Fault(String in, String location, String code, String detail) {

    /** No name in an API is longer. */
    private static final int LOCATION_LENGTH_MAX = 300;

    private static final Pattern CONTROL = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\x{061C}\\x{200E}\\x{200F}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]");

    /** Nobody reads more, and no more is sent for a body that is nothing but faults. */
    private static final int FAULTS_MAX = 1_000;

    /** A location may be a name that the caller made up: it is told back so that it can be kept, logged and shown. */
    public Fault {
        Objects.requireNonNull(in, "in");
        location = shown(location);
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    public static Fault inBody(String pointer, String code, String detail) {
        return new Fault("body", pointer, code, detail);
    }

    public static Fault inQuery(String parameter, String code, String detail) {
        return new Fault("query", parameter, code, detail);
    }

    public static Fault inHeader(String header, String code, String detail) {
        return new Fault("header", header, code, detail);
    }

    public static Fault inFile(String location, String code, String detail) {
        return new Fault("file", location, code, detail);
    }

    /** As many of them as a refusal tells. */
    public static List<Fault> told(List<Fault> faults) {
        if (faults.size() <= FAULTS_MAX) {
            return List.copyOf(faults);
        }
        var told = new ArrayList<>(faults.subList(0, FAULTS_MAX));
        told.add(new Fault(
                faults.get(0).in(), "", "more", "these are the first " + FAULTS_MAX + " faults; there are more"));
        return List.copyOf(told);
    }

    /** A place as it can be told back, whatever name somebody made up is in it. */
    public static String shown(String location) {
        // The digit of an escape in a pointer (RFC 6901) is none of the number that may come after it.
        var whole = Arrays.stream(CONTROL.matcher(location).replaceAll("\uFFFD").split("(?<=~[01])", -1))
                .map(Bsn::masked)
                .collect(Collectors.joining());
        return whole.codePointCount(0, whole.length()) <= LOCATION_LENGTH_MAX
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LOCATION_LENGTH_MAX)) + "...";
    }

    /** The request is well formed; something that it needs is not there (yet). */
    public static Fault inState(String subject, String code, String detail) {
        return new Fault("state", subject, code, detail);
    }
}
