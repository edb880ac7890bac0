package nl.mtvp.kernel.rest.edge;

import java.util.regex.Pattern;

/**
 * The one spelling of a path that this API answers to. A path in another spelling may be read one way where access is
 * decided and another way where the request is dispatched, so none is let in, whoever asks.
 */
final class NormalPath {

    static final String RULE = "a path is written plainly here: without matrix parameters, empty, dot or encoded"
            + " segments, backslashes and control characters";

    /** Percent-encoded: control characters, the separators {@code / \ ;}, the dot; and a percent sign without digits. */
    private static final Pattern ENCODED =
            Pattern.compile("%(?:[01][0-9A-F]|7F|2F|5C|3B|2E)|%(?![0-9A-F]{2})", Pattern.CASE_INSENSITIVE);

    /** Percent-encoded without need: letters, digits, {@code - . _ ~}. Some read them as themselves, some do not. */
    private static final Pattern NEEDLESS =
            Pattern.compile("%(?:3[0-9]|[46][1-9A-F]|[57][0-9A]|2D|5F|7E)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SEGMENTS = Pattern.compile("//|/\\.{1,2}(?:/|$)|[;\\\\\\x00-\\x20\\x7F]");

    private NormalPath() {}

    /** @param path as it was sent, percent-encoded and without the query */
    static boolean isNormal(String path) {
        return path.startsWith("/")
                && !SEGMENTS.matcher(path).find()
                && !ENCODED.matcher(path).find()
                && !NEEDLESS.matcher(path).find();
    }
}
