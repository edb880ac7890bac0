package nl.mtvp.kernel.failure;

import java.util.Objects;

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

    public Fault {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(location, "location");
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

    /** The request is well formed; something that it needs is not there (yet). */
    public static Fault inState(String subject, String code, String detail) {
        return new Fault("state", subject, code, detail);
    }
}
