package nl.mtvp.kernel.rest.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.mtvp.kernel.rest.body.BodyLimits;
import nl.mtvp.kernel.rest.problem.RawProblem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies whole before anybody works on a request: a client that sends slowly, or stops, holds a connection and
 * nothing else, no worker, transaction or lock, and not for long. Files are not read here. HTTP/2 is not spoken
 * ({@link PlainHttp}), which the framework would pause after its end.
 */
@ApplicationScoped
class WholeBodies {

    /** After the {@link Edge} and whoever asks for certificates, before everything that takes a worker. */
    private static final int LAST_BEFORE_WORK = 8_000;

    private final Vertx vertx;
    private final BodyLimits limits;
    private final Duration timeMax;
    private final long heldMax;
    private final long clientHeldMax;
    /** How many bytes of bodies are in memory, of requests that are read or worked on. */
    private final AtomicLong held = new AtomicLong();
    /** The same by client, as far as one can tell before its token is looked at. */
    private final ConcurrentMap<String, Long> heldByClient = new ConcurrentHashMap<>();

    WholeBodies(
            Vertx vertx,
            BodyLimits limits,
            @ConfigProperty(name = "mtvp.http.body-time-max", defaultValue = "PT10S") Duration timeMax,
            @ConfigProperty(name = "mtvp.http.bodies-bytes-max", defaultValue = "33554432") long heldMax,
            @ConfigProperty(name = "mtvp.http.client-bodies-bytes-max", defaultValue = "8388608") long clientHeldMax) {
        this.vertx = vertx;
        this.limits = limits;
        this.timeMax = timeMax;
        this.heldMax = heldMax;
        this.clientHeldMax = clientHeldMax;
    }

    void beforeWork(@Observes Filters filters) {
        filters.register(this::read, LAST_BEFORE_WORK);
    }

    private void read(RoutingContext context) {
        var request = context.request();
        if (!hasBody(request) || limits.takesFiles(request.path())) {
            context.next();
            return;
        }
        var body = Buffer.buffer();
        long timer = vertx.setTimer(timeMax.toMillis(), expired -> refuse(context, 408, "too-slow", tooSlow()));
        var client = client(request);
        var counted = new AtomicLong();
        context.addEndHandler(over -> release(client, counted));
        request.handler(chunk -> {
            if (context.response().ended()) {
                return;
            }
            counted.addAndGet(chunk.length());
            long ofClient = heldByClient.merge(client, (long) chunk.length(), Long::sum);
            long ofAll = held.addAndGet(chunk.length());
            if (ofClient > clientHeldMax && vertx.cancelTimer(timer)) {
                RawProblem.later(context);
                refuse(
                        context,
                        429,
                        "too-many-at-once",
                        "your bodies under way have " + clientHeldMax
                                + " bytes together, which is as many as are taken;"
                                + " wait for answers, then send this again");
            } else if (ofAll > heldMax && vertx.cancelTimer(timer)) {
                RawProblem.later(context);
                refuse(
                        context,
                        503,
                        "too-busy",
                        "too many bodies are under way; send the request again in some seconds");
            } else if (body.length() + chunk.length() <= limits.bytesMax()) {
                body.appendBuffer(chunk);
            } else if (vertx.cancelTimer(timer)) {
                refuse(context, 413, "too-large", limits.rule());
            }
        });
        request.exceptionHandler(gone -> {
            vertx.cancelTimer(timer);
            release(client, counted);
        });
        request.endHandler(end -> {
            if (vertx.cancelTimer(timer)) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.resume();
    }

    /** Its token, whose ever it is; of who brings none, the portal with its certificate among them, where it comes from. */
    private static String client(HttpServerRequest request) {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token == null ? String.valueOf(request.remoteAddress().hostAddress()) : token;
    }

    private void release(String client, AtomicLong counted) {
        long bytes = counted.getAndSet(0);
        held.addAndGet(-bytes);
        heldByClient.computeIfPresent(client, (of, all) -> all == bytes ? null : Long.valueOf(all - bytes));
    }

    private void refuse(RoutingContext context, int status, String code, String detail) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        Farewell.after(context, vertx);
        RawProblem.answer(context, status, code, detail);
    }

    private String tooSlow() {
        return "the body has to be here within " + timeMax.toMillis() / 1_000.0
                + " s of the request's head; send it again";
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
