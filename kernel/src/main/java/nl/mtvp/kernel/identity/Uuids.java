package nl.mtvp.kernel.identity;

import java.util.UUID;
import java.util.regex.Pattern;

/** How ids are written where they come in: in their one usual form, of which Java's own reading takes many others. */
public final class Uuids {

    public static final String RULE = "an id is a UUID";

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** @throws IllegalArgumentException if the text has another form */
    public static UUID of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(RULE);
        }
        return UUID.fromString(text);
    }
}
