package nl.mtvp.kernel.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import nl.mtvp.kernel.failure.InvalidInput;

/**
 * A parameter that cannot be read is refused like any other invalid input: with every other one of the request that
 * cannot be read either, since the first alone is noticed while they are read.
 */
@Provider
public class MalformedParameterMapper extends ExceptionMapperBase<MalformedParameter> {

    @Context
    ResourceInfo resource;

    @Context
    UriInfo uri;

    @Override
    protected HttpProblem toProblem(MalformedParameter first) {
        var all = Parameters.faults(resource.getResourceMethod(), uri);
        return Problems.of(all.isEmpty() ? new InvalidInput(first.fault()) : new InvalidInput(all));
    }
}
