package nl.mtvp.kernel.rest.limit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.rest.limit.ClientLimits.Work;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Lets each request wait for its client's turn. What takes long takes a place of its kind as well. */
@Provider
@Priority(Priorities.USER - 100)
public class TurnFilter implements ContainerRequestFilter {

    private final Caller caller;
    private final ClientLimits limits;

    @Context
    ResourceInfo resource;

    TurnFilter(Caller caller, ClientLimits limits) {
        this.caller = caller;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null || caller.isNobody()) {
            return;
        }
        var takes = method.getAnnotation(Takes.class);
        if (takes != null) {
            limits.take(takes.value());
        }
        if (takes != null && takes.value() == Work.READER) {
            limits.admitReader(CurrentRequestManager.get());
        } else if (method.getReturnType() != Uni.class) {
            limits.admit(CurrentRequestManager.get());
        }
    }
}
