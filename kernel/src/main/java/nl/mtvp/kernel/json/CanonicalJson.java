package nl.mtvp.kernel.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in its one canonical form (RFC 8785), the bytes over which digests are taken. Everything that is hashed here is
 * made of strings, whole numbers below 2^53, booleans, lists and objects.
 */
public final class CanonicalJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new KernelModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final ObjectReader STRICT = JSON.readerFor(Object.class)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CanonicalJson() {}

    /** The canonical UTF-8 bytes of a value: a record, a map, a list, or JSON text read to a tree. */
    public static byte[] bytes(Object value) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedUTF8();
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** RFC 8785 (3.2.2.2): half a surrogate pair has no canonical form. */
    private static void requireWholeCharacters(Object value) {
        if (value instanceof String text && Texts.isCut(text)) {
            throw new IllegalArgumentException("half a character");
        } else if (value instanceof List<?> list) {
            list.forEach(CanonicalJson::requireWholeCharacters);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                requireWholeCharacters(key);
                requireWholeCharacters(item);
            });
        }
    }

    /**
     * JSON text as maps, lists, strings, numbers and booleans, to be compared or shown.
     *
     * @throws IllegalArgumentException if it is no JSON object or list, names a property twice, or cuts a character in two
     */
    public static Object read(byte[] text) {
        try {
            var value = STRICT.readValue(text);
            requireWholeCharacters(value);
            if (value instanceof Map<?, ?> || value instanceof List<?>) {
                return value;
            }
            throw new IllegalArgumentException("no JSON object or list");
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("no JSON", unreadable);
        }
    }
}
