package nl.mtvp.kernel.rest.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * A missing or bad token as a problem document, with the challenge of the mechanism. It stands before the problem
 * library's own mappers, which read fields of {@link ChallengeData} that Quarkus has no more.
 */
@ApplicationScoped
class UnauthorizedMappers {

    private static final int BEFORE_THE_LIBRARY = Priorities.USER - 2;

    private final HttpAuthenticator authenticator;

    UnauthorizedMappers(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Uni<Response> missing(RoutingContext context, UnauthorizedException refusal) {
        return answer(context, refusal);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Uni<Response> bad(RoutingContext context, AuthenticationFailedException refusal) {
        return answer(context, refusal);
    }

    private Uni<Response> answer(RoutingContext context, RuntimeException refusal) {
        return authenticator
                .getChallenge(context)
                .onFailure()
                .recoverWithNull()
                .map(challenge -> ExceptionMapperBase.postProcessorsRegistry
                        .applyPostProcessing(problem(challenge), ProblemContext.of(refusal, context.normalizedPath()))
                        .toResponse());
    }

    private static HttpProblem problem(ChallengeData challenge) {
        var status = challenge == null ? Status.UNAUTHORIZED : Status.fromStatusCode(challenge.status);
        var problem = HttpProblem.builder().withStatus(status).withTitle(status.getReasonPhrase());
        if (challenge != null) {
            challenge.getHeaders().forEach((name, value) -> problem.withHeader(name.toString(), value));
        }
        return problem.build();
    }
}
