package nl.mtvp.kernel.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Set;

/** A number or a truth value of a request: written as one, where the form has them. What is ours already is read as it is. */
final class RequestScalar<T> extends StdDeserializer<T> {

    /** Says of a reader that all its values are texts, as those of a CSV file are. */
    static final String OF_TEXT = "mtvp.scalars-of-text";

    private final transient JsonDeserializer<? extends T> standard;
    private final transient Set<JsonToken> written;

    /**
     * @param standard reads the value
     * @param written as what it is written
     */
    RequestScalar(Class<T> type, JsonDeserializer<? extends T> standard, JsonToken... written) {
        super(type);
        this.standard = standard;
        this.written = Set.of(written);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        boolean text = parser.currentToken() == JsonToken.VALUE_STRING && context.getAttribute(OF_TEXT) != null;
        if (!FaultCollector.isCollecting()) {
            return standard.deserialize(parser, context);
        }
        try {
            return text || written.contains(parser.currentToken())
                    ? standard.deserialize(parser, context)
                    : (T) context.handleUnexpectedToken(getValueType(context), parser.currentToken(), parser, null);
        } catch (InputCoercionException tooLarge) {
            return (T) FaultCollector.collect(parser, "malformed", "this number is larger than any that is taken here");
        }
    }
}
