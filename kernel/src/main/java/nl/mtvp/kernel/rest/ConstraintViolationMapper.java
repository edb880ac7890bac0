package nl.mtvp.kernel.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import nl.mtvp.kernel.failure.InvalidInput;

/** Violated field constraints, in the shape that all refusals have. Before the extension's own mapper. */
@Provider
@Priority(1)
public class ConstraintViolationMapper extends ExceptionMapperBase<ConstraintViolationException> {

    @Context
    ResourceInfo resource;

    @Override
    protected HttpProblem toProblem(ConstraintViolationException violation) {
        return Problems.of(new InvalidInput(
                ConstraintFaults.of(violation.getConstraintViolations(), resource.getResourceMethod())));
    }
}
