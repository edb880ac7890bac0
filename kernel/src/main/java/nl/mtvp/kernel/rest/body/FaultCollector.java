package nl.mtvp.kernel.rest.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Dates;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/**
 * Lets Jackson go on past a malformed value, so that a refusal names all of them and not only the first. It collects
 * while {@link RequestBodies} reads a request, and is silent elsewhere. The values themselves are never repeated: one
 * could be a BSN.
 */
final class FaultCollector extends DeserializationProblemHandler {

    private static final ThreadLocal<List<Fault>> COLLECTED = new ThreadLocal<>();

    private static final Map<Class<?>, String> FORMS = Map.of(
            LocalDate.class, "a date is written like \"2023-04-01\"",
            Instant.class, "a moment is written like \"2023-06-12T09:30:00Z\"",
            OffsetDateTime.class, "a moment is written like \"2023-06-12T09:30:00+02:00\"",
            YearQuarter.class, Quarters.RULE,
            UUID.class, "an id is a UUID",
            String.class, "a text is expected",
            Integer.class, "a whole number is expected",
            Long.class, "a whole number is expected",
            BigDecimal.class, "a number is expected",
            Boolean.class, "true or false is expected");

    static void start() {
        COLLECTED.set(new ArrayList<>());
    }

    static boolean isCollecting() {
        return COLLECTED.get() != null;
    }

    static List<Fault> stop() {
        var faults = COLLECTED.get();
        COLLECTED.remove();
        return List.copyOf(faults);
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
        return collect(context.getParser(), "malformed", wanted(type, value, message));
    }

    /** What is wanted, and what a spreadsheet may have made of it. */
    private static String wanted(Class<?> type, String value, String message) {
        if (type == String.class) {
            return message;
        }
        if (type == Agb.class) {
            return Agb.whyNone(value);
        }
        return type == LocalDate.class ? Dates.whyNoDay(value) : form(type, message);
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
        return collect(context.getParser(), "malformed", form(type, message));
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        var collected = collect(parser, "wrong-type", form(type.getRawClass(), message));
        if (collected == null) {
            parser.skipChildren();
        }
        return collected;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String property)
            throws IOException {
        if (!isCollecting()) {
            return false;
        }
        COLLECTED
                .get()
                .add(Fault.inBody(
                        place(context.getParser(), parser, property),
                        "unknown-property",
                        "there is no such property; is its name misspelt?"));
        parser.skipChildren();
        return true;
    }

    /**
     * Where an unknown property stands. Jackson keeps those of a record until it has made it, and then reads them from the
     * copy, which knows no place: the body's own parser stands behind the record by then, or still in it.
     */
    private static String place(JsonParser body, JsonParser parser, String property) {
        if (parser == body) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
        var context = body.getParsingContext();
        var of = body.currentToken() == JsonToken.END_OBJECT ? context : context.getParent();
        return of.pathAsPointer() + "/" + property.replace("~", "~0").replace("/", "~1");
    }

    static Object collect(JsonParser parser, String code, String detail) {
        var faults = COLLECTED.get();
        if (faults == null) {
            return NOT_HANDLED;
        }
        faults.add(Fault.inBody(parser.getParsingContext().pathAsPointer().toString(), code, detail));
        return null;
    }

    private static String form(Class<?> type, String message) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()) + " is expected";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list is expected";
        }
        if (type.getPackageName().startsWith("nl.mtvp")) {
            return message == null ? "an object is expected" : message;
        }
        return FORMS.getOrDefault(type, "an object is expected");
    }
}
