package nl.mtvp.contract.following.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import nl.mtvp.contract.following.FollowingUseCases;
import nl.mtvp.contract.following.domain.FollowingPolicy;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.answer.ETags;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Whether an insurer follows preferent ones, and how (D30). */
@Path("/insurers/{uzovi}/following-policy")
@Tag(name = "Following")
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.RHO,
    Roles.AUDITOR,
    Roles.SERVICE
})
public class FollowingPolicyResource {

    private final FollowingUseCases following;
    private final Desk desk;

    FollowingPolicyResource(FollowingUseCases following, Desk desk) {
        this.following = following;
        this.desk = desk;
    }

    /** Whether an insurer follows. */
    public enum Choice {
        FOLLOW,
        DONT_FOLLOW
    }

    /** A policy, as it is sent and as it is shown. */
    @Schema(name = "FollowingPolicy")
    public record PolicyBody(
            @NotNull Choice policy,
            @NotNull
                    @Min(0)
                    @Max(FollowingPolicy.WAITING_MAX)
                    @Schema(description = "Working days in which it may refuse; three weeks at most", examples = "10")
                    Integer waitingWorkingDays,
            @NotNull
                    @Pattern(
                            regexp = "^[A-Za-z0-9._-]{1,40}$",
                            message = "1 to 40 letters, digits, dots, dashes or underscores")
                    @Schema(
                            description = "Its own name for the tariffs that following contracts follow",
                            examples = "MTVP")
                    String tariffSeries) {

        static PolicyBody of(FollowingPolicy policy) {
            return new PolicyBody(
                    policy.follows() ? Choice.FOLLOW : Choice.DONT_FOLLOW,
                    policy.waitingWorkingDays(),
                    policy.tariffSeries());
        }
    }

    @GET
    @Operation(
            summary = "Whether an insurer follows preferent ones, and how",
            description = "Rule D30. Choice: an insurer that stated nothing follows, after ten working days, with the"
                    + " series MTVP.")
    @Answers(done = "The policy; its ETag is its version", unchanged = "You have it already, by If-None-Match")
    public RestResponse<PolicyBody> getFollowingPolicy(@PathParam("uzovi") Uzovi uzovi) {
        return answer(following.policy(uzovi));
    }

    @PUT
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "State whether your insurer follows preferent ones, and how",
            description = "Rule D30. It counts for proposals from now on; open ones keep theirs. Role: insurer, with"
                    + " this UZOVI in its token.")
    @Answers(
            missing = "The insurer is not registered",
            invalid = "A field is missing or malformed, or the waiting time too long")
    public RestResponse<PolicyBody> stateFollowingPolicy(
            @PathParam("uzovi") Uzovi uzovi,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(example = "\"0\"") String ifMatch,
            @NotNull @Valid PolicyBody request) {
        desk.actFor(uzovi);
        return answer(following.statePolicy(
                uzovi,
                request.policy() == Choice.FOLLOW,
                request.waitingWorkingDays(),
                request.tariffSeries(),
                version -> ETags.require(ifMatch, version),
                desk.actor()));
    }

    private static RestResponse<PolicyBody> answer(FollowingPolicy policy) {
        return ResponseBuilder.ok(PolicyBody.of(policy))
                .tag(ETags.of(policy.version()))
                .build();
    }
}
