package nl.mtvp.kernel.rest.body;

import static com.fasterxml.jackson.core.JsonToken.VALUE_FALSE;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_FLOAT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_NUMBER_INT;
import static com.fasterxml.jackson.core.JsonToken.VALUE_STRING;
import static com.fasterxml.jackson.core.JsonToken.VALUE_TRUE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import nl.mtvp.kernel.json.KernelModule;

/** The service's JSON: the kernel's values as strings, and a reader that collects faults. */
@Singleton
class Json implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new KernelModule());
        mapper.registerModule(requests());
        mapper.addHandler(new FaultCollector());
        // The collector reports unknown properties of requests; what neighbours add to their events is let be.
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // Of two values of one property, or two documents, nobody can say which one was meant.
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        // Digits that a document holds are not lost before it is compared.
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        // 3.9 rows are not 3, and a name is not its place in a list.
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }

    private static SimpleModule requests() {
        return new SimpleModule("mtvp-requests")
                .addDeserializer(String.class, new RequestText())
                .addDeserializer(Integer.class, number(Integer.class, VALUE_NUMBER_INT))
                .addDeserializer(Long.class, number(Long.class, VALUE_NUMBER_INT))
                // As a text too: so answers write it, for whom a number would lose digits.
                .addDeserializer(
                        BigDecimal.class, number(BigDecimal.class, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING))
                .addDeserializer(Boolean.class, number(Boolean.class, VALUE_TRUE, VALUE_FALSE));
    }

    @SuppressWarnings("unchecked")
    private static <T> RequestScalar<T> number(Class<T> type, JsonToken... written) {
        return new RequestScalar<>(type, (JsonDeserializer<T>) NumberDeserializers.find(type, type.getName()), written);
    }

    /** After Quarkus's own, whose module for java.time would otherwise read days and moments its own way. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
