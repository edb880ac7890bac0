package nl.mtvp.kernel.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Completes the problems that the framework makes by itself: each tells its {@code type}, a {@code detail} that says
 * what would mend it, and as its {@code instance} the whole path that was asked, the API's base path included.
 */
@ApplicationScoped
class ProblemCompletion implements ProblemPostProcessor {

    private static final int BEFORE_THE_DEFAULTS = 1_000;
    static final String TOKEN_WANTED =
            "send a valid token in the header Authorization (Bearer): there is none, or it expired, is not for this"
                    + " API, or misses one of the claims iss, sub, azp, exp and jti";

    private static final Map<Integer, String> DETAILS =
            Map.of(401, TOKEN_WANTED, 403, "none of your token's roles may do this");

    private final String apiPath;

    ProblemCompletion(@ConfigProperty(name = "quarkus.rest.path") String apiPath) {
        this.apiPath = apiPath;
    }

    @Override
    public int priority() {
        return BEFORE_THE_DEFAULTS;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var completed = HttpProblem.builder(problem);
        if (problem.getType() == null && problem.getTitle() != null) {
            completed.withType(URI.create(Problems.TYPE_PREFIX
                    + problem.getTitle().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")));
        }
        if (problem.getDetail() == null) {
            completed.withDetail(DETAILS.get(problem.getStatusCode()));
        }
        if (problem.getInstance() == null && context.path != null) {
            completed.withInstance(instance(context.path));
        }
        return completed.build();
    }

    private URI instance(String path) {
        try {
            return new URI(null, null, path.startsWith(apiPath) ? path : apiPath + path, null);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("this constructor quotes what a path may not hold", impossible);
        }
    }
}
