package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON written by the tests. */
final class Written {

    private Written() {}

    /** A text's digest in hexadecimal. */
    static String sha256(String text) {
        var digest = Hashes.sha256();
        digest.update(text.getBytes(UTF_8));
        return Hashes.hex(digest);
    }

    static String json(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Written::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
