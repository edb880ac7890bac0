package nl.mtvp.kernel.rest.edge;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the pages of a local stack call the API from a browser, although they come from another port (CORS). In the
 * {@code local} profile only: everywhere else a page of another origin reads nothing but the description.
 */
@ApplicationScoped
class LocalPages {

    private static final String ORIGIN = "mtvp.pages.origin";
    private static final int AFTER_THE_GUARD = Edge.FIRST - 2;
    private static final int PREFLIGHT_SECONDS = 600;
    private static final Set<String> SENT = Set.of(
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "upload-complete",
            "upload-offset",
            "x-request-id");
    private static final Set<String> READ =
            Set.of("api-version", "etag", "link", "location", "retry-after", "upload-offset", "x-request-id");
    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final Optional<String> origin;

    LocalPages(@ConfigProperty(name = ORIGIN) Optional<String> origin) {
        this.origin = origin;
    }

    void refuseInEarnest(@Observes StartupEvent startup) {
        SuiteClock.refuseOutsideOfTheLocalProfile(
                ORIGIN + " lets pages of another origin call the API", origin.isPresent());
    }

    void atTheEdge(@Observes Filters filters) {
        origin.map(LocalPages::admitting).ifPresent(handler -> filters.register(handler, AFTER_THE_GUARD));
    }

    /** A page that is not meant is answered like a program: its browser keeps the answer from it. */
    private static Handler<RoutingContext> admitting(String origin) {
        var handler = CorsHandler.create()
                .addOrigin(origin)
                .allowedMethods(METHODS)
                .allowedHeaders(SENT)
                .exposedHeaders(READ)
                .maxAgeSeconds(PREFLIGHT_SECONDS);
        return context -> {
            if (origin.equals(context.request().getHeader(HttpHeaders.ORIGIN))) {
                handler.handle(context);
            } else {
                context.next();
            }
        };
    }
}
