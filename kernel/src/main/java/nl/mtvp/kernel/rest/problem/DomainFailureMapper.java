package nl.mtvp.kernel.rest.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import nl.mtvp.kernel.failure.DomainFailure;

/** The only place where a domain failure becomes an HTTP answer. */
@Provider
public class DomainFailureMapper extends ExceptionMapperBase<DomainFailure> {

    @Override
    protected HttpProblem toProblem(DomainFailure failure) {
        return Problems.of(failure);
    }
}
