package nl.mtvp.kernel.rest.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import nl.mtvp.kernel.identity.Bsn;

/** A problem document where a request is refused before it reaches a resource. */
public final class RawProblem {

    private static final String PROBLEM_JSON = "application/problem+json";

    private static final int NOT_ALLOWED = 405;

    private RawProblem() {}

    /** @param allowed the methods that the address takes */
    public static void notAllowed(RoutingContext context, Set<String> allowed) {
        var list = String.join(", ", allowed);
        context.response().putHeader(HttpHeaders.ALLOW, list);
        answer(context, NOT_ALLOWED, "method-not-allowed", "what this address takes is " + list);
    }

    /** Tells, of what is refused now, when it may be sent again. */
    public static void later(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Problems.RETRY_AFTER_SECONDS));
    }

    /** Answers, unless somebody has answered. */
    public static void answer(RoutingContext context, int status, String code, String detail) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        var problem = new JsonObject()
                .put("type", Problems.TYPE_PREFIX + code)
                .put("title", Problems.title(code))
                .put("status", status)
                .put("detail", detail)
                .put("instance", Bsn.masked(context.request().path()));
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON)
                .end(problem.encode());
    }
}
