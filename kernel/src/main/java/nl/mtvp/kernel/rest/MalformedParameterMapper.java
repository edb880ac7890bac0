package nl.mtvp.kernel.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import nl.mtvp.kernel.failure.InvalidInput;

/** A parameter that cannot be read is refused like any other invalid input. */
@Provider
public class MalformedParameterMapper extends ExceptionMapperBase<MalformedParameter> {

    @Override
    protected HttpProblem toProblem(MalformedParameter malformed) {
        return Problems.of(new InvalidInput(malformed.fault()));
    }
}
