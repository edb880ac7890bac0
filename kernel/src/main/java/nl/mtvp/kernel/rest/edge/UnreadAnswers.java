package nl.mtvp.kernel.rest.edge;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Ends the connection of whoever asks on and on and does not read what was answered: an answer stands in memory until then. */
public final class UnreadAnswers {

    private UnreadAnswers() {}

    static void heed(RoutingContext context) {
        if (context.response().writeQueueFull()) {
            end(context.request().connection());
        } else {
            context.next();
        }
    }

    /** At once, behind the back of Vert.x, which would send out first what nobody takes, and so never end. */
    public static void end(HttpConnection connection) {
        ((ConnectionBase) connection).channelHandlerContext().close();
    }
}
