package nl.mtvp.kernel.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import nl.mtvp.kernel.json.KernelModule;

/** The service's JSON: the kernel's values as strings, and a reader that collects faults. */
@Singleton
class Json implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new KernelModule());
        mapper.registerModule(new SimpleModule("mtvp-requests").addDeserializer(String.class, new RequestText()));
        mapper.addHandler(new FaultCollector());
        // The collector reports unknown properties of requests; what neighbours add to their events is let be.
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // Of two values of one property, or two documents, nobody can say which one was meant.
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        // 3.9 rows are not 3, and a name is not its place in a list.
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }

    /** After Quarkus's own, whose module for java.time would otherwise read days and moments its own way. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
