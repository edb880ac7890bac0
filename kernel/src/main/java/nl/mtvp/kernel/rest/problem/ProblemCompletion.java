package nl.mtvp.kernel.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.kernel.identity.Bsn;
import nl.mtvp.kernel.rest.command.CommandCheck;
import nl.mtvp.kernel.rest.command.CurrentCommand;
import nl.mtvp.kernel.rest.description.Methods;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Completes the problems that the framework makes by itself: each tells its {@code type}, a {@code detail} that says
 * what would mend it, and as its {@code instance} the whole path that was asked, the API's base path included.
 */
@ApplicationScoped
public class ProblemCompletion implements ProblemPostProcessor {

    private static final int BEFORE_THE_DEFAULTS = 1_000;
    public static final String TOKEN_WANTED =
            "send a valid token in the header Authorization (Bearer): there is none, or it expired, is not for this"
                    + " API, or misses one of the claims iss, sub, azp, exp and jti";

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED = 415;
    private static final int FAULT = 500;

    /** What the framework says where no operation has the path. */
    private static final String NO_RESOURCE = "Unable to find matching target resource method";

    private final String apiPath;
    private final Methods methods;

    ProblemCompletion(@ConfigProperty(name = "quarkus.rest.path") String apiPath, Methods methods) {
        this.apiPath = apiPath;
        this.methods = methods;
    }

    @Override
    public int priority() {
        return BEFORE_THE_DEFAULTS;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var completed = HttpProblem.builder(problem);
        if (problem.getType() == null && problem.getTitle() != null) {
            var code = problem.getTitle().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            completed.withType(URI.create(Problems.TYPE_PREFIX + code)).withTitle(Problems.title(code));
        }
        boolean nowhere = problem.getStatusCode() == NOT_FOUND && NO_RESOURCE.equals(problem.getDetail());
        var takes = nowhere || problem.getStatusCode() == NOT_ALLOWED ? methods.of(context.path) : Set.<String>of();
        if (takes.size() > 1 || !takes.isEmpty() && !nowhere) {
            var allowed = String.join(", ", takes);
            completed
                    .withStatus(NOT_ALLOWED)
                    .withType(URI.create(Problems.TYPE_PREFIX + "method-not-allowed"))
                    .withTitle(Problems.title("method-not-allowed"))
                    .withHeader(HttpHeaders.ALLOW, allowed)
                    .withDetail("what this address takes is " + allowed);
        } else if (nowhere) {
            completed.withDetail("there is nothing here; see " + apiPath + "/openapi.json for what is");
        } else if (problem.getStatusCode() == NOT_ACCEPTABLE) {
            completed.withDetail("the header Accept takes nothing in which this operation answers"
                    + listed(methods.given(context.path, method())));
        } else if (problem.getStatusCode() == UNSUPPORTED) {
            completed.withDetail("the header Content-Type names nothing in which this operation takes a body"
                    + listed(methods.taken(context.path, method())));
        } else if (problem.getDetail() == null) {
            detail(problem.getStatusCode()).ifPresent(completed::withDetail);
        }
        if (problem.getInstance() == null && context.path != null) {
            completed.withInstance(instance(context.path));
        }
        return completed.build();
    }

    /** As the end of a sentence; nothing of an operation that the description does not have. */
    private static String listed(Set<String> types) {
        return types.isEmpty() ? "" : ": " + String.join(", ", types);
    }

    private static String method() {
        return CurrentRequestManager.get() == null
                ? ""
                : CurrentRequestManager.get().getMethod();
    }

    private static Optional<String> detail(int status) {
        return switch (status) {
            case UNAUTHORIZED -> Optional.of(TOKEN_WANTED);
            case FORBIDDEN -> Optional.of("none of your token's roles may do this" + rolesThatMay());
            case FAULT ->
                Optional.of("this is a fault of the service, not of the request; tell its operator the X-Request-Id"
                        + " of this answer");
            default -> Optional.empty();
        };
    }

    /** As a clause of a sentence; nothing if the running request's operation asks for none. */
    private static String rolesThatMay() {
        if (!CurrentCommand.inRequest() || CurrentRequestManager.get().getTarget() == null) {
            return "";
        }
        var target = CurrentRequestManager.get().getTarget();
        var roles = CommandCheck.roles(target.getLazyMethod().getMethod(), target.getResourceClass());
        return roles.isEmpty() ? "" : "; these may: " + String.join(", ", roles);
    }

    private URI instance(String path) {
        try {
            return new URI(null, null, Bsn.masked(path.startsWith(apiPath) ? path : apiPath + path), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("this constructor quotes what a path may not hold", impossible);
        }
    }
}
