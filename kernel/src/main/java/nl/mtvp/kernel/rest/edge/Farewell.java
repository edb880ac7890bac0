package nl.mtvp.kernel.rest.edge;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends a connection on which nothing else can be said, since the rest of a body is in the way. Not at once: what is closed
 * with bytes unread is reset, and whoever still sends never hears why it was refused.
 */
public final class Farewell {

    private static final long LISTENING_MILLIS = 2_000;

    private Farewell() {}

    /** After the answer; until then whoever calls this passes over what comes in. */
    public static void after(RoutingContext context, Vertx vertx) {
        // Not the response's one handler of its end, which the context has taken for all of its own.
        context.addEndHandler(said -> {
            var connection = context.request().connection();
            vertx.setTimer(LISTENING_MILLIS, heard -> connection.close());
        });
    }
}
