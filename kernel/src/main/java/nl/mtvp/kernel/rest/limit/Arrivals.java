package nl.mtvp.kernel.rest.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import nl.mtvp.kernel.rest.body.BodyLimits;
import nl.mtvp.kernel.rest.edge.Edge;
import nl.mtvp.kernel.rest.problem.RawProblem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts the requests that are here by the token that they bring, before anybody looks at it: to refuse one too many must
 * cost next to nothing, or a burst of one client keeps the others waiting by what its refusals cost. Whose token it
 * is, and what a client with several may have, is for {@link ClientLimits} to tell. What waits for news or sends a file
 * has places of its own there, and is not counted here.
 */
@ApplicationScoped
class Arrivals {

    private final ConcurrentMap<String, Integer> here = new ConcurrentHashMap<>();
    private final int max;
    private final String feed;
    private final BodyLimits bodies;
    private final MeterRegistry metrics;

    Arrivals(
            LimitsConfig limits,
            @ConfigProperty(name = "quarkus.rest.path") String apiPath,
            BodyLimits bodies,
            MeterRegistry metrics) {
        this.max = limits.clientRequests();
        this.feed = apiPath + "/events";
        this.bodies = bodies;
        this.metrics = metrics;
    }

    void atTheEdge(@Observes Filters filters) {
        filters.register(this::come, Edge.FIRST - 1);
    }

    private void come(RoutingContext context) {
        var token = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        var path = context.request().path();
        if (token == null || path.equals(feed) || bodies.takesFiles(path)) {
            context.next();
        } else if (here.merge(token, 1, Integer::sum) > max) {
            go(token);
            metrics.counter(ClientLimits.REFUSED).increment();
            var refusal = TooManyAtOnce.requests(max);
            RawProblem.later(context);
            RawProblem.answer(context, 429, refusal.code(), refusal.getMessage());
        } else {
            context.addEndHandler(over -> go(token));
            context.next();
        }
    }

    private void go(String token) {
        here.computeIfPresent(token, (of, requests) -> requests == 1 ? null : requests - 1);
    }
}
