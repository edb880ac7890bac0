package nl.mtvp.kernel.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies whole before anybody works on a request: a client that sends slowly, or stops, holds a connection and
 * nothing else, no worker, transaction or lock, and not for long. Files are not read here.
 */
@ApplicationScoped
class WholeBodies {

    /** After the {@link Edge} and whoever asks for certificates, before everything that takes a worker. */
    private static final int LAST_BEFORE_WORK = 8_000;

    private final Vertx vertx;
    private final BodyLimits limits;
    private final Duration timeMax;

    WholeBodies(
            Vertx vertx,
            BodyLimits limits,
            @ConfigProperty(name = "mtvp.http.body-time-max", defaultValue = "PT10S") Duration timeMax) {
        this.vertx = vertx;
        this.limits = limits;
        this.timeMax = timeMax;
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
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= limits.bytesMax()) {
                body.appendBuffer(chunk);
            } else if (vertx.cancelTimer(timer)) {
                refuse(context, 413, "too-large", limits.rule());
            }
        });
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
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

    /** The rest of the body is never read: nothing else can be said on this connection. */
    private static void refuse(RoutingContext context, int status, String code, String detail) {
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.response().endHandler(said -> context.request().connection().close());
        }
        RawProblem.answer(context, status, code, detail);
    }

    private String tooSlow() {
        return "the body has to be here within " + timeMax.toMillis() / 1_000.0 + " s of its first byte; send it again";
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0")
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || request.version() == HttpVersion.HTTP_2 && !request.isEnded();
    }
}
