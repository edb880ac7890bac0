package nl.mtvp.suite.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;

/** Properties of a JSON object, as what they are. */
public final class Fields {

    private Fields() {}

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
