package nl.mtvp.kernel.rest.edge;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mtvp.kernel.rest.command.CurrentCommand;
import nl.mtvp.kernel.rest.command.Idempotency;

/** What the headers that everything looks at have to be like, before anybody looks at them (RFC 9110). */
final class HeaderForms {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PARAMETERS =
            "(?:\\s*;\\s*(?:" + TOKEN + "\\s*=\\s*(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\"))?)*";
    private static final Pattern TYPE = Pattern.compile("(?!\\*)" + TOKEN + "/(?!\\*)" + TOKEN + PARAMETERS);
    private static final Pattern TAGS = listOf("(?:\\*|(?:W/)?\"[^\"]*\")");
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READABLE = Set.of("utf-8", "utf8", "us-ascii");
    private static final String RANGE = "(?:\\*/\\*|" + TOKEN + "/(?:\\*|" + TOKEN + "))" + PARAMETERS;
    private static final Pattern RANGES = listOf(RANGE);
    /** A weight that is none: it lies between 0 and 1 and has three decimals at most (RFC 9110, 12.4.2). */
    private static final Pattern NO_WEIGHT = Pattern.compile(
            ";\\s*q\\s*=\\s*(?!(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*(?:[;,]|$))", Pattern.CASE_INSENSITIVE);

    private static final Pattern LANGUAGES =
            listOf("(?:\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)(?:\\s*;\\s*q=[01](?:\\.\\d{0,3})?)?");

    private static final Pattern AROUND = Pattern.compile("^[\\s,]+|[\\s,]+$");
    private static final Pattern EMPTY = Pattern.compile(",[\\s,]*,\\s*");

    /** Longer lists of what is liked are nobody's, and cost time to read. */
    private static final int LIST_LENGTH_MAX = 1_024;

    /** No media type has a longer name, with all of its parameters. */
    private static final int TYPE_LENGTH_MAX = 256;

    private static final List<String> ONCE =
            List.of("Host", "Authorization", "Content-Type", Idempotency.HEADER, CurrentCommand.REQUEST_ID);

    /** Of which several lines are one list. */
    private static final List<String> LISTS = List.of("If-Match", "If-None-Match", "Accept");

    /** That something is not taken at all, not even when there is nothing else. */
    private static final Pattern NOT_TAKEN = Pattern.compile(";\\s*q\\s*=\\s*0(?:\\.0*)?\\s*(?:;|$)");

    private HeaderForms() {}

    /** Why a request is refused for one of its headers. */
    record HeaderFault(int status, String code, String detail) {}

    private static Pattern listOf(String element) {
        return Pattern.compile("[\\s,]*" + element + "(?:\\s*,[\\s,]*" + element + ")*[\\s,]*");
    }

    /** @param reads whether the request only reads */
    static Optional<HeaderFault> fault(MultiMap headers, boolean reads) {
        if (!reads && headers.contains("If-None-Match")) {
            return Optional.of(new HeaderFault(
                    400, "malformed-header", "If-None-Match is for reading; a change names its version in If-Match"));
        }
        for (var name : ONCE) {
            if (headers.getAll(name).size() > 1) {
                return Optional.of(new HeaderFault(
                        400, "header-twice", "the header " + name + " is there more than once; which one is meant?"));
            }
        }
        var type = headers.get("Content-Type");
        if (type != null && !type.isBlank() && !isType(type.strip())) {
            return Optional.of(new HeaderFault(
                    415,
                    "unsupported-media-type",
                    "Content-Type names one media type, like application/json, in " + TYPE_LENGTH_MAX
                            + " characters at most"));
        }
        // Of a file's lines the bytes tell, and are looked at.
        var charset = type == null || !type.startsWith("application/json") ? null : CHARSET.matcher(type);
        if (charset != null
                && charset.find()
                && !READABLE.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.of(new HeaderFault(415, "unsupported-media-type", "a body is sent in UTF-8 here"));
        }
        var transfer = headers.get("Transfer-Encoding");
        if (transfer != null && !transfer.strip().equalsIgnoreCase("chunked")) {
            return Optional.of(new HeaderFault(
                    501, "transfer-encoding", "a body is sent as it is, or chunked; this one names another coding"));
        }
        var packed = headers.get("Content-Encoding");
        if (packed != null && !packed.strip().equalsIgnoreCase("identity")) {
            return Optional.of(new HeaderFault(
                    415, "unsupported-media-type", "a body is sent unpacked, without Content-Encoding"));
        }
        for (var name : List.of("If-Match", "If-None-Match")) {
            var tags = String.join(",", headers.getAll(name));
            if (!tags.isBlank() && !isList(tags, TAGS)) {
                return Optional.of(new HeaderFault(
                        400,
                        "malformed-header",
                        name + " lists ETags as they were given, in their quotes, like \"3\", or is *"));
            }
        }
        var accept = String.join(",", headers.getAll("Accept"));
        if (!accept.isBlank()
                && (!isList(accept, RANGES) || NO_WEIGHT.matcher(accept).find())) {
            return Optional.of(new HeaderFault(
                    400, "malformed-header", "Accept is a list of media types, like application/json, text/csv;q=0.5"));
        }
        return Optional.empty();
    }

    /** Whether a list of media types says of some that they are not taken. */
    static boolean refusesSome(String accept) {
        return accept != null && NOT_TAKEN.matcher(accept.replace(',', ';')).find();
    }

    /**
     * What of the media types that there are is taken: the nearest range counts (RFC 9110, 12.5.1).
     *
     * @param given the media types in which an operation answers
     */
    static List<String> taken(String accept, Set<String> given) {
        var ranges = Stream.of(accept.split(",")).map(String::strip).toList();
        return given.stream()
                .flatMap(type -> Stream.of(type, type.replaceFirst("/.*", "/*"), "*/*")
                        .flatMap(range ->
                                ranges.stream().filter(one -> one.split("[;\\s]", 2)[0].equalsIgnoreCase(range)))
                        .findFirst()
                        .filter(nearest -> !NOT_TAKEN.matcher(nearest).find())
                        .map(nearest -> type + nearest.replaceFirst("^[^;]*", ""))
                        .stream())
                .toList();
    }

    /** Makes lists of several lines one, without elements that are empty (RFC 9110, 5.6.1), and takes away what only asks for a preference and names none. */
    static void tidy(MultiMap headers) {
        for (var name : LISTS) {
            var lines = headers.getAll(name);
            if (lines.size() > 1) {
                headers.set(name, String.join(", ", lines));
            }
        }
        if (headers.contains("Accept")) {
            var inside = AROUND.matcher(headers.get("Accept")).replaceAll("");
            headers.set("Accept", EMPTY.matcher(inside).replaceAll(", "));
        }
        if (headers.contains("Accept") && headers.get("Accept").isBlank()) {
            headers.remove("Accept");
        }
        if (headers.contains("Content-Type") && headers.get("Content-Type").isBlank()) {
            headers.remove("Content-Type");
        }
        // What has a version tells it by its ETag; a file would answer by its date what the descriptions do not know.
        headers.remove("If-Modified-Since");
        var languages = headers.get("Accept-Language");
        if (languages != null && !isList(languages, LANGUAGES)) {
            headers.remove("Accept-Language");
        }
    }

    private static boolean isType(String sent) {
        return sent.length() <= TYPE_LENGTH_MAX && TYPE.matcher(sent).matches();
    }

    private static boolean isList(String sent, Pattern form) {
        return sent.length() <= LIST_LENGTH_MAX && form.matcher(sent).matches();
    }
}
