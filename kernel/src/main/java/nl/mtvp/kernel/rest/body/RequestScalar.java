package nl.mtvp.kernel.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** A number or a truth value of a request: written as one, where the form has them. What is ours already is read as it is. */
final class RequestScalar<T> extends StdDeserializer<T> {

    /** Says of a reader that all its values are texts, as those of a CSV file are. */
    static final String OF_TEXT = "mtvp.scalars-of-text";

    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");
    private static final Pattern CLAIM = Pattern.compile("true|false");

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
        boolean takesText = text || written.contains(JsonToken.VALUE_STRING);
        if (takesText && parser.currentToken() == JsonToken.VALUE_STRING && !isWritten(parser.getText())) {
            return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "another form is expected");
        }
        try {
            return text || written.contains(parser.currentToken())
                    ? standard.deserialize(parser, context)
                    : (T) context.handleUnexpectedToken(getValueType(context), parser.currentToken(), parser, null);
        } catch (InputCoercionException tooLarge) {
            return (T) FaultCollector.collect(parser, "malformed", "this number is larger than any that is taken here");
        }
    }

    /** Nothing at all is the absence of a value in a file, and told as that. */
    private boolean isWritten(String text) {
        var form = handledType() == Boolean.class ? CLAIM : handledType() == BigDecimal.class ? DECIMAL : WHOLE;
        return text.isEmpty() || form.matcher(text).matches();
    }
}
