package nl.mtvp.kernel.rest.edge;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;
import nl.mtvp.kernel.rest.problem.RawProblem;

/** Holds the port of health and metrics to the same rules of paths and methods as the API's. */
@ApplicationScoped
class ManagementEdge {

    private static final Set<String> READING = new TreeSet<>(Set.of("GET", "HEAD"));

    void beforeEverything(@Observes ManagementInterface management) {
        var router = management.router();
        router.route().order(Integer.MIN_VALUE).handler(UnreadAnswers::heed).handler(ManagementEdge::guard);
        router.errorHandler(
                400, context -> RawProblem.answer(context, 400, "malformed", "this is no request that can be read"));
        router.errorHandler(
                404,
                context -> RawProblem.answer(
                        context, 404, "not-found", "there is nothing here; see /q/health and /q/metrics"));
    }

    private static void guard(RoutingContext context) {
        if (!NormalPath.isNormal(context.request().path())) {
            RawProblem.answer(context, 404, "not-found", NormalPath.RULE);
        } else if (!READING.contains(context.request().method().name())) {
            RawProblem.notAllowed(context, READING);
        } else {
            context.next();
        }
    }
}
