package nl.mtvp.kernel.rest.command;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Set;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The command that a request brings: who asks for what, with which roles, about which resource. */
@RequestScoped
public class CurrentCommand {

    /** The caller's name for its request, or ours; in the answer, so that both sides can find it again. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Caller caller;
    private final CurrentVertxRequest request;
    private final ResourceInfo resource;
    private final UriInfo uri;
    private Object answer;
    private String location;
    private boolean again;

    CurrentCommand(Caller caller, CurrentVertxRequest request, @Context ResourceInfo resource, @Context UriInfo uri) {
        this.caller = caller;
        this.request = request;
        this.resource = resource;
        this.uri = uri;
    }

    /** Whether this thread works on a request at all; a job does not. */
    public static boolean inRequest() {
        return Arc.container() != null
                && Arc.container().requestContext().isActive()
                && CurrentRequestManager.get() != null;
    }

    /** Whether this thread works on a request that may change something. */
    public static boolean isUnderWay() {
        return inRequest() && !READING.contains(CurrentRequestManager.get().getMethod());
    }

    public Actor actor() {
        return caller.actor();
    }

    /** The caller's roles, as far as the suite knows them, in the order of their names. */
    public List<String> roles() {
        return Roles.ALL.stream().filter(caller::has).sorted().toList();
    }

    /** What the answer's header X-Request-Id says. */
    public String requestId() {
        return request.getCurrent().response().headers().get(REQUEST_ID);
    }

    /** The operation's id in the API's description. */
    public String operation() {
        var method = resource.getResourceMethod();
        var described = method.getAnnotation(Operation.class);
        return described == null || described.operationId().isBlank() ? method.getName() : described.operationId();
    }

    /** The path of what the command made or changed. */
    public String path() {
        return location == null ? uri.getRequestUri().getPath() : location;
    }

    /** What the caller is told; null while that is not known. */
    public Object answer() {
        return answer;
    }

    /** Whether the command had its effect before, and this request is only told so. */
    public boolean isRepeated() {
        return again;
    }

    void answered(RestResponse<?> given) {
        answer = given.getEntity();
        var header = given.getHeaders().getFirst(HttpHeaders.LOCATION);
        location = header == null ? null : URI.create(header.toString()).getPath();
        again = false;
    }

    void answeredAgain() {
        again = true;
    }
}
