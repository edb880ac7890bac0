package nl.mtvp.kernel.rest.command;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.db.IdempotentRequests;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Bsn;
import nl.mtvp.kernel.json.KeptJson;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Makes a POST that creates safe to repeat: the same {@code Idempotency-Key} with the same body gives the first answer
 * again, with another body 409. Keys belong to a caller and an operation, and live for 30 days. Only successes are
 * kept: a refused request changes nothing and is judged anew. An equal request under way is waited for.
 */
@RequestScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";

    private static final String FORM = "[!-~]{1,128}";

    private final Transactions transactions;
    private final IdempotentRequests requests;
    private final Caller caller;
    private final CurrentCommand command;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final jakarta.ws.rs.core.Request method;
    private final BodyDigest body;
    private final KeptJson json;
    private final Clock clock;

    Idempotency(
            Transactions transactions,
            IdempotentRequests requests,
            Caller caller,
            CurrentCommand command,
            @jakarta.ws.rs.core.Context HttpHeaders headers,
            @jakarta.ws.rs.core.Context UriInfo uri,
            @jakarta.ws.rs.core.Context jakarta.ws.rs.core.Request method,
            BodyDigest body,
            KeptJson json,
            Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.caller = caller;
        this.command = command;
        this.headers = headers;
        this.uri = uri;
        this.method = method;
        this.body = body;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers this request once: runs the effect in one transaction with the record of its answer, or gives the answer
     * of the first time.
     *
     * @param type of the answer's body, to read a kept one back
     * @throws KeyReused when the key came with another body before
     * @throws InvalidInput when there is no key, or one of another form
     */
    public <T> RestResponse<T> once(Class<T> type, Supplier<RestResponse<T>> effect) {
        return once(type, effect, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /**
     * The same for an answer that holds what is not kept for 30 days.
     *
     * @param without takes it out of the answer that is kept
     * @param with puts it back into one that was kept
     */
    public <T> RestResponse<T> once(
            Class<T> type, Supplier<RestResponse<T>> effect, UnaryOperator<T> without, UnaryOperator<T> with) {
        var key = key();
        var actor = caller.actor();
        var request = new IdempotentRequests.Request(
                actor.client() + " " + actor.subject(), method.getMethod() + " " + uri.getPath(), key, body.get());
        return transactions.run(() -> {
            var kept = requests.claim(request, clock.instant());
            if (kept.isEmpty()) {
                var answer = effect.get();
                command.answered(answer);
                requests.keep(
                        request, answer.getStatus(), kept(answer), json.written(without.apply(answer.getEntity())));
                return answer;
            }
            if (!kept.get().sameBody()) {
                throw new KeyReused();
            }
            command.answeredAgain();
            var again = ResponseBuilder.create(
                    RestResponse.Status.fromStatusCode(kept.get().status()),
                    with.apply(json.read(kept.get().body(), type)));
            kept.get().headers().forEach(again::header);
            return again.build();
        });
    }

    private String key() {
        var key = headers.getHeaderString(HEADER);
        fault(key).ifPresent(fault -> {
            throw new InvalidInput(fault);
        });
        return key;
    }

    /** What is wrong with a key, or with there being none. */
    private static Optional<Fault> fault(String key) {
        if (key != null && Bsn.mayStandIn(key)) {
            return Optional.of(Fault.inHeader(
                    HEADER, "possible-bsn", "the key holds what may be a BSN; take another, such as a UUID"));
        }
        if (key == null || !key.matches(FORM)) {
            return Optional.of(Fault.inHeader(
                    HEADER,
                    key == null ? "missing" : "malformed",
                    "send a key of your own making, such as a UUID, of 1 to 128 visible characters; repeat the request"
                            + " with the same key when in doubt whether it arrived"));
        }
        return Optional.empty();
    }

    /** The same where the operation takes a key; nothing is said of any other. */
    public static Optional<Fault> fault(Method operation, String key) {
        return operation != null && isFor(operation) ? fault(key) : Optional.empty();
    }

    /** Whether an operation answers 201, as its description will say. */
    public static boolean answersCreated(Method operation) {
        var written = Stream.concat(
                        Arrays.stream(operation.getAnnotationsByType(
                                        org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class))
                                .map(answer -> answer.responseCode()),
                        Arrays.stream(operation.getAnnotationsByType(APIResponseSchema.class))
                                .map(answer -> answer.responseCode().isEmpty()
                                                && !answer.responseDescription().isEmpty()
                                        ? "200"
                                        : answer.responseCode()))
                .toList();
        return written.contains("201")
                || operation.isAnnotationPresent(POST.class)
                        && written.stream().noneMatch(status -> status.startsWith("2"));
    }

    /** Whether an operation is answered once, as its description says: what creates does, and what says that it takes a key. */
    private static boolean isFor(Method operation) {
        return answersCreated(operation)
                || Arrays.stream(operation.getAnnotationsByType(Parameter.class))
                        .anyMatch(parameter -> HEADER.equals(parameter.name()));
    }

    private static Map<String, String> kept(RestResponse<?> answer) {
        var kept = new TreeMap<String, String>();
        for (var name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            var value = answer.getHeaders().getFirst(name);
            if (value != null) {
                kept.put(
                        name,
                        value instanceof jakarta.ws.rs.core.EntityTag tag
                                ? '"' + tag.getValue() + '"'
                                : value.toString());
            }
        }
        return kept;
    }

    /** The key was used before, for another request. */
    public static final class KeyReused extends DomainFailure {
        KeyReused() {
            super(
                    Kind.CONFLICT,
                    "idempotency-key-reused",
                    "this Idempotency-Key came before with another body, or one of another media type; a new request needs a new key",
                    java.util.List.of(Fault.inHeader(HEADER, "reused", "use a key that you have not used before")));
        }
    }
}
