package nl.mtvp.kernel.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;

/** How a refusal looks on the wire: RFC 9457 with {@code errors}, every fault at once. */
final class Problems {

    static final String TYPE_PREFIX = "urn:mtvp:problem:";

    /** For what is refused now, and may be taken later. */
    private static final Set<DomainFailure.Kind> PASSING =
            EnumSet.of(DomainFailure.Kind.UNAVAILABLE, DomainFailure.Kind.TOO_MANY);

    static final int RETRY_AFTER_SECONDS = 5;

    private Problems() {}

    static HttpProblem of(DomainFailure failure) {
        var problem = of(statusOf(failure.kind()), failure.code(), failure.getMessage(), failure.faults());
        return PASSING.contains(failure.kind())
                ? HttpProblem.builder(problem)
                        .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                        .build()
                : problem;
    }

    static HttpProblem of(int status, String code, String detail, List<Fault> faults) {
        var problem = HttpProblem.builder()
                .withType(URI.create(TYPE_PREFIX + code))
                .withTitle(title(code))
                .withStatus(status)
                .withDetail(detail);
        return (faults.isEmpty() ? problem : problem.with("errors", faults)).build();
    }

    /** The same for each type, whoever refuses: its code in words. */
    static String title(String code) {
        return code.replace('-', ' ');
    }

    /** No default: a new kind does not compile until it has a status. */
    private static int statusOf(DomainFailure.Kind kind) {
        return switch (kind) {
            case REJECTED -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case TOO_SLOW -> 408;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNCONDITIONAL -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
