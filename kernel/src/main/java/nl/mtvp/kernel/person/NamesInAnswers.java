package nl.mtvp.kernel.person;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Writes, in answers, the name of who did something beside their subject: {@code approvedByName} behind
 * {@code approvedBy}, as it was at {@code approvedAt}. Whatever an answer says in such a pair is named so
 * ({@link #momentOf}), and nothing else: events, kept answers and canonical forms hold subjects only.
 */
@Singleton
class NamesInAnswers implements ObjectMapperCustomizer {

    static final String SUFFIX = "Name";

    private static final String ANSWERING = NamesInAnswers.class.getName();

    private final PersonNames names;

    NamesInAnswers(PersonNames names) {
        this.names = names;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("mtvp-names").setSerializerModifier(new BeanSerializerModifier() {
            @Override
            public List<BeanPropertyWriter> changeProperties(
                    SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
                var byName =
                        properties.stream().collect(Collectors.toMap(BeanPropertyWriter::getName, Function.identity()));
                properties.replaceAll(property -> momentOf(property.getName(), byName.keySet())
                        .filter(moment -> property.getType().hasRawClass(String.class))
                        .map(byName::get)
                        .<BeanPropertyWriter>map(moment -> new Named(property, moment))
                        .orElse(property));
                return properties;
            }
        }));
    }

    /**
     * The property that tells when what a property names the subject of was done; empty for one that names no subject. A fact
     * with its own time of knowledge was made when it became known, and withdrawn when it was no more.
     *
     * @param all the properties that stand together
     */
    static Optional<String> momentOf(String property, Set<String> all) {
        var moments =
                switch (property) {
                    case "by" -> Stream.of("at");
                    case "subject" -> Stream.of("recordedAt");
                    case "withdrawnBy" -> Stream.of("withdrawnAt", "knownUntilAt");
                    default ->
                        property.endsWith("By")
                                ? Stream.of(
                                        property.substring(0, property.length() - "By".length()) + "At", "knownFromAt")
                                : Stream.<String>empty();
                };
        return moments.filter(all::contains).findFirst();
    }

    /** From here on what is written is the answer. */
    @Provider
    static class Answering implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            request.setProperty(ANSWERING, true);
        }
    }

    private static boolean isAnswering() {
        var request = CurrentRequestManager.get();
        return request != null && request.getProperty(ANSWERING) != null;
    }

    private final class Named extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;

        private final transient BeanPropertyWriter moment;

        Named(BeanPropertyWriter subject, BeanPropertyWriter moment) {
            super(subject);
            this.moment = moment;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
            super.serializeAsField(bean, json, provider);
            if (isAnswering() && get(bean) instanceof String subject) {
                var name = names.nameOf(subject, (Instant) moment.get(bean));
                if (name.isPresent()) {
                    json.writeStringField(getName() + SUFFIX, name.get());
                }
            }
        }
    }
}
