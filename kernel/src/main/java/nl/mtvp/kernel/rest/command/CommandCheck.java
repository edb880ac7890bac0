package nl.mtvp.kernel.rest.command;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.NobodyToActFor;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.parameter.Parameters;

/**
 * Lets nobody command who has a role but no party to act for in it, whether or not what is commanded is about a party:
 * who registers a practice is somebody's employee. Nor is a body taken that the operation would pass over, or in a type that
 * it does not take. Whoever reads
 * without a party finds nothing, which is answer enough.
 */
@Provider
@Priority(Priorities.USER - 50)
public class CommandCheck implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Caller caller;

    @Context
    ResourceInfo resource;

    CommandCheck(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod() == null || READING.contains(request.getMethod()) || caller.isNobody()) {
            return;
        }
        if (hasBody(request) && !takesBody(resource.getResourceMethod())) {
            throw new InvalidInput(
                    Fault.inBody("", "no-body", "this operation takes no body: send it again without one"));
        }
        if (hasBody(request) && !isTaken(request.getMediaType())) {
            throw new NotSupportedException();
        }
        var roles = roles(resource.getResourceMethod(), resource.getResourceClass());
        if (!roles.isEmpty() && roles.stream().noneMatch(caller::actsAs)) {
            throw new NobodyToActFor(roles);
        }
    }

    /** An empty object says nothing; some programs cannot send less. */
    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > "{}".length();
    }

    /**
     * Of a method's parameters the body is the one that no annotation says to be anything else; what says in what it takes
     * one may read it itself.
     */
    private static boolean takesBody(Method operation) {
        return operation.isAnnotationPresent(Consumes.class)
                || Arrays.stream(operation.getParameterAnnotations())
                        .anyMatch(about -> Parameters.place(about).isEmpty()
                                && Arrays.stream(about)
                                        .noneMatch(one -> one instanceof BeanParam || one instanceof Context));
    }

    /** What does not say in what it takes a body takes JSON, and nothing that is only called so (+json). */
    private boolean isTaken(MediaType sent) {
        return sent == null
                || sent.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                || resource.getResourceMethod().isAnnotationPresent(Consumes.class)
                || resource.getResourceClass().isAnnotationPresent(Consumes.class);
    }

    /** The roles that an operation asks for: its own, or those of all of its resource; none where it asks for none. */
    public static List<String> roles(Method operation, Class<?> resource) {
        var allowed = operation.getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            allowed = resource.getAnnotation(RolesAllowed.class);
        }
        return allowed == null ? List.of() : List.of(allowed.value());
    }
}
