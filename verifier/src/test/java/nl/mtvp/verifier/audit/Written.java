package nl.mtvp.verifier.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON written by the tests. */
final class Written {

    private Written() {}

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
