package nl.mtvp.suite.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HexFormat;
import nl.mtvp.suite.common.Io;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON as the portal reads, writes and digests it. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a value of our own making", impossible);
        }
    }

    /** SHA-256 over the canonical form (RFC 8785): equal for equal values, whatever their white space and order. */
    static String digest(JsonNode value) {
        var canonical = Io.get("JSON that was read before", () -> new JsonCanonicalizer(bytes(value)).getEncodedUTF8());
        return HexFormat.of().formatHex(Io.sha256().digest(canonical));
    }
}
