package nl.mtvp.kernel.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import nl.mtvp.kernel.json.Texts;

/** A text of a request, which can be stored, shown and sent on as it came. What is ours already is read as it is. */
final class RequestText extends StdDeserializer<String> {

    RequestText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (FaultCollector.isCollecting() && parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(String.class, parser.currentToken(), parser, null);
        }
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text == null || !FaultCollector.isCollecting()) {
            return text;
        }
        var fault = Texts.fault(text);
        return fault.isEmpty() ? text : (String) context.handleWeirdStringValue(String.class, text, fault.get());
    }
}
