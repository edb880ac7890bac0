package nl.mtvp.kernel.rest.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.rest.body.BoundedBody.BodyTooLarge;
import nl.mtvp.kernel.rest.command.BodyDigest;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.rest.constraint.ConstraintFaults;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads a JSON request so that everything wrong with it is said at once: malformed values, unknown properties and
 * violated constraints together. Takes the body's digest on the way, for {@link Idempotency}.
 */
@Provider
public class RequestBodies implements ReaderInterceptor {

    /** Read by {@link NdJson} and {@link Csv}, line by line; only the digest is taken here. */
    private static final List<MediaType> LINES =
            List.of(MediaType.valueOf(NdJson.MEDIA_TYPE), MediaType.valueOf(Csv.MEDIA_TYPE));

    /** What a resource reads itself. Everything else is JSON here, by whatever name somebody sends it. */
    private static final Set<Class<?>> AS_IT_CAME = Set.of(byte[].class, InputStream.class, String.class);

    /** As many bytes show how the first character of a JSON text is encoded, which is of ASCII, or a mark. */
    private static final int ENCODED = 2;

    private final Validator validator;
    private final BodyDigest bodyDigest;
    private final Instance<Foresight<?>> foresights;
    private final Clock clock;
    private final long bodyBytesMax;

    @Context
    ResourceInfo resource;

    RequestBodies(
            Validator validator,
            BodyDigest bodyDigest,
            @Any Instance<Foresight<?>> foresights,
            Clock clock,
            @ConfigProperty(name = "mtvp.http.body-bytes-max") long bodyBytesMax) {
        this.validator = validator;
        this.bodyDigest = bodyDigest;
        this.foresights = foresights;
        this.clock = clock;
        this.bodyBytesMax = bodyBytesMax;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var type = context.getMediaType();
        boolean asItCame = AS_IT_CAME.contains(context.getType());
        boolean lines = asItCame && type != null && LINES.stream().anyMatch(type::isCompatible);
        if (asItCame && !lines) {
            return context.proceed();
        }
        var digesting =
                new DigestInputStream(new BoundedBody(context.getInputStream(), bodyBytesMax), Digests.sha256());
        context.setInputStream(digesting);
        if (lines) {
            // The same bytes read another way are another request.
            digesting
                    .getMessageDigest()
                    .update((type.getType() + "/" + type.getSubtype())
                            .toLowerCase(Locale.ROOT)
                            .getBytes(UTF_8));
        }
        var body = lines ? context.proceed() : readJson(context);
        bodyDigest.set(digesting.getMessageDigest().digest());
        return body;
    }

    private Object readJson(ReaderInterceptorContext context) throws IOException {
        var start = new PushbackInputStream(context.getInputStream(), ENCODED);
        var first = start.readNBytes(ENCODED);
        start.unread(first);
        context.setInputStream(start);
        if (first.length == ENCODED && (first[0] == 0 || first[1] == 0 || (first[0] & first[1] & 0xFE) == 0xFE)) {
            throw new InvalidInput(Fault.inBody(
                    "", "encoding", "a body is JSON in UTF-8 (RFC 8259); this one is in UTF-16 or UTF-32"));
        }
        var faults = new ArrayList<Fault>();
        Object body = null;
        FaultCollector.start();
        try {
            body = context.proceed();
        } catch (JsonProcessingException unreadable) {
            faults.add(unlessTooLarge(unreadable));
        } catch (WebApplicationException refused) {
            if (!(refused.getCause() instanceof JsonProcessingException unreadable)) {
                throw refused;
            }
            faults.add(unlessTooLarge(unreadable));
        } finally {
            faults.addAll(FaultCollector.stop());
        }
        var foresight = foresight(context.getType());
        if (faults.isEmpty() && foresight == null && !(body instanceof Foreseen)) {
            return body;
        }
        var all = withViolations(faults, body, validator, clock);
        if (all.isEmpty() && foresight != null && body instanceof Foreseen request) {
            all = request.foreseen(clock.instant());
        }
        if (!all.isEmpty()) {
            var told =
                    new ArrayList<>(body == null || foresight == null ? all : withForeseen(all, foresight.about(body)));
            Idempotency.fault(resource.getResourceMethod(), context.getHeaders().getFirst(Idempotency.HEADER))
                    .ifPresent(told::add);
            throw new InvalidInput(told);
        }
        return body;
    }

    private Foresight<?> foresight(Class<?> type) {
        return foresights.stream()
                .filter(one -> one.body().equals(type))
                .findFirst()
                .orElse(null);
    }

    /** What is said of a value, or of the whole that it is part of, is not said twice. */
    private static List<Fault> withForeseen(List<Fault> said, List<Fault> foreseen) {
        var all = new ArrayList<>(said);
        foreseen.stream()
                .filter(fault ->
                        said.stream().noneMatch(one -> (fault.location() + "/").startsWith(one.location() + "/")))
                .forEach(all::add);
        return all;
    }

    /** Jackson wraps what the stream throws in the middle of a value. */
    private static Fault unlessTooLarge(JsonProcessingException unreadable) {
        if (unreadable.getCause() instanceof BodyTooLarge tooLarge) {
            throw tooLarge;
        }
        return faultOf(unreadable);
    }

    /** A malformed value is null to the validator: what is said of it once is not said twice. */
    static List<Fault> withViolations(List<Fault> malformed, Object body, Validator validator, Clock clock) {
        var all = new ArrayList<>(malformed);
        if (body != null) {
            var said = malformed.stream().map(Fault::location).collect(Collectors.toSet());
            violations(body, validator).stream()
                    .filter(violation -> !said.contains(violation.location()))
                    .forEach(all::add);
        }
        return !all.isEmpty() && body instanceof Foreseen request
                ? withForeseen(all, request.foreseen(clock.instant()))
                : all;
    }

    /** The validator looks into a list only where a declaration tells it to; here the list itself is the body. */
    private static List<Fault> violations(Object body, Validator validator) {
        if (!(body instanceof List<?> items)) {
            return ConstraintFaults.of(validator.validate(body));
        }
        var all = new ArrayList<Fault>();
        for (int at = 0; at < items.size(); at++) {
            var item = "/" + at;
            if (items.get(at) != null) {
                ConstraintFaults.of(validator.validate(items.get(at))).stream()
                        .map(fault -> Fault.inBody(item + fault.location(), fault.code(), fault.detail()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    static Fault faultOf(JsonProcessingException unreadable) {
        if (unreadable.getCause() instanceof StreamReadException inside) {
            return faultOf(inside);
        }
        var said = String.valueOf(unreadable.getOriginalMessage());
        if (said.startsWith("Duplicate field") && unreadable.getProcessor() instanceof JsonParser parser) {
            return Fault.inBody(
                    parser.getParsingContext().pathAsPointer().toString(),
                    "property-twice",
                    "this property stands twice in its object; send it once");
        }
        if (said.startsWith("Trailing token")) {
            return Fault.inBody("", "no-json", "a body is one JSON value, and after it comes another one");
        }
        if (unreadable instanceof StreamConstraintsException) {
            return Fault.inBody(
                    "",
                    "too-large",
                    (said.contains("depth") ? "something is nested deeper" : "a number or a name is longer")
                            + " than is read here" + where(unreadable));
        }
        if (unreadable instanceof JsonMappingException mapping) {
            var pointer = mapping.getPath().stream()
                    .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                    .collect(Collectors.joining());
            return Fault.inBody(pointer, "malformed", "this has another form than the description asks for");
        }
        return Fault.inBody(
                "",
                "no-json",
                "the body cannot be read as JSON"
                        + (unreadable instanceof JsonParseException ? where(unreadable) : ""));
    }

    private static String where(JsonProcessingException unreadable) {
        var location = unreadable.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
