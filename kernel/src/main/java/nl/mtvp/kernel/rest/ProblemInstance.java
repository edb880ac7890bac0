package nl.mtvp.kernel.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a problem the whole path that was asked as its {@code instance}, the API's base path included. */
@ApplicationScoped
class ProblemInstance implements ProblemPostProcessor {

    private static final int BEFORE_THE_DEFAULTS = 1_000;

    private final String apiPath;

    ProblemInstance(@ConfigProperty(name = "quarkus.rest.path") String apiPath) {
        this.apiPath = apiPath;
    }

    @Override
    public int priority() {
        return BEFORE_THE_DEFAULTS;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getInstance() != null || context.path == null) {
            return problem;
        }
        var path = context.path.startsWith(apiPath) ? context.path : apiPath + context.path;
        try {
            return HttpProblem.builder(problem)
                    .withInstance(new URI(null, null, path, null))
                    .build();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("this constructor quotes what a path may not hold", impossible);
        }
    }
}
