package nl.mtvp.suite.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON as the launcher reads, writes and digests it. */
public final class Json {

    public static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("what is no JSON: " + value, impossible);
        }
    }

    public static String written(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    public static JsonNode read(String text) {
        return Io.get("what is no JSON", () -> MAPPER.readTree(text));
    }

    /** SHA-256 over the canonical form (RFC 8785): equal for equal values, whatever their white space and order. */
    public static String digest(JsonNode value) {
        var canonical = Io.get("JSON that was read before", () -> new JsonCanonicalizer(bytes(value)).getEncodedUTF8());
        return HexFormat.of().formatHex(Io.sha256().digest(canonical));
    }

    public static String text(JsonNode object, String property) {
        return object.path(property).asText();
    }

    public static long number(JsonNode object, String property) {
        return object.path(property).asLong();
    }

    public static BigDecimal amount(JsonNode object, String property) {
        return new BigDecimal(text(object, property));
    }

    /** A property of each object of a list. */
    public static List<String> texts(Iterable<JsonNode> list, String property) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(object -> text(object, property))
                .toList();
    }
}
