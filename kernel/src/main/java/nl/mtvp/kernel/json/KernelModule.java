package nl.mtvp.kernel.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Dates;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/** How the kernel's values are written in JSON: as the strings that the field uses, {@code "12124.80"}, {@code "0101"}. */
public final class KernelModule extends SimpleModule {

    public KernelModule() {
        super("mtvp-kernel");
        add(Agb.class, Agb::new, Agb.RULE);
        add(Uzovi.class, Uzovi::new, Uzovi.RULE);
        add(Kvk.class, Kvk::new, Kvk.RULE);
        add(Big.class, Big::new, "a BIG number is stated as a string");
        // Written masked: an answer that may hold it whole says so by its number.
        add(Iban.class, Iban::of, Iban.RULE);
        add(Euro.class, Euro::of, Euro.RULE);
        add(YearQuarter.class, Quarters::of, Quarters.RULE);
        addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Dates::day, Dates.DAY_RULE));
        addDeserializer(Instant.class, new FromText<>(Instant.class, Dates::moment, Dates.MOMENT_RULE));
        addDeserializer(UUID.class, new FromText<>(UUID.class, Uuids::of, Uuids.RULE));
        addDeserializer(String.class, new Text());
    }

    private <T> void add(Class<T> type, Function<String, T> read, String rule) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new FromText<>(type, read, rule));
    }

    /** Any text but one with a NUL character, which no database column takes. */
    private static final class Text extends StdDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || text.indexOf('\0') < 0
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "a text holds no NUL character");
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private final transient Function<String, T> read;
        private final String rule;

        FromText(Class<T> type, Function<String, T> read, String rule) {
            super(type);
            this.read = read;
            this.rule = rule;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(getValueType(context), parser.currentToken(), parser, rule);
            }
            try {
                return read.apply(parser.getText());
            } catch (IllegalArgumentException | ArithmeticException malformed) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), rule);
            }
        }
    }
}
