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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mtvp.kernel.failure.Fault;
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
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

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

    /**
     * What keeps a tree from having a canonical form that says all that it says (RFC 8785, 3.2.2.2 and 3.2.2.3): half of a
     * surrogate pair, or a number that an IEEE double would make another one of.
     *
     * @return the first of such places as a sentence
     */
    public static Optional<String> flaw(Object value) {
        return flaw("", value);
    }

    /** With loops: a document may be a thousand levels deep. */
    private static Optional<String> flaw(String pointer, Object value) {
        if (value instanceof String text && Texts.isCut(text)) {
            return Optional.of("at " + Fault.shown(pointer) + " half of a character stands");
        }
        if (value instanceof Number number && !isExact(number)) {
            return Optional.of(
                    "at " + Fault.shown(pointer) + " stands a number that has more digits than JSON keeps (IEEE 754)");
        }
        if (value instanceof List<?> list) {
            for (int at = 0; at < list.size(); at++) {
                var flaw = flaw(pointer + "/" + at, list.get(at));
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                var name = entry.getKey().toString();
                var there = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                var flaw = Texts.isCut(name) ? flaw(pointer, name) : flaw(there, entry.getValue());
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isExact(Number number) {
        double kept = number.doubleValue();
        return Double.isFinite(kept)
                && new BigDecimal(Double.toString(kept)).compareTo(new BigDecimal(number.toString())) == 0;
    }

    /**
     * JSON text as maps, lists, strings, numbers and booleans, to be compared or shown.
     *
     * @throws IllegalArgumentException if it is no JSON object or list, names a property twice, or has a {@link #flaw}
     */
    public static Object read(byte[] text) {
        try {
            var value = STRICT.readValue(text);
            flaw(value).ifPresent(found -> {
                throw new IllegalArgumentException(found);
            });
            if (value instanceof Map<?, ?> || value instanceof List<?>) {
                return value;
            }
            throw new IllegalArgumentException("no JSON object or list");
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("no JSON", unreadable);
        }
    }
}
