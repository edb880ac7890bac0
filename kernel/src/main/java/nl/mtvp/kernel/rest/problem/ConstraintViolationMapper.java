package nl.mtvp.kernel.rest.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.rest.constraint.ConstraintFaults;

/** Violated field constraints, in the shape that all refusals have. Before the extension's own mapper. */
@Provider
@Priority(1)
public class ConstraintViolationMapper extends ExceptionMapperBase<ConstraintViolationException> {

    @Context
    ResourceInfo resource;

    @Context
    HttpHeaders headers;

    @Override
    protected HttpProblem toProblem(ConstraintViolationException violation) {
        var operation = resource.getResourceMethod();
        var faults = new ArrayList<>(ConstraintFaults.of(violation.getConstraintViolations(), operation));
        Idempotency.fault(operation, headers.getHeaderString(Idempotency.HEADER))
                .ifPresent(faults::add);
        return Problems.of(new InvalidInput(faults));
    }
}
