package nl.mtvp.plan.condition.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.answer.ETags;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.plan.condition.ConditionUseCases;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import nl.mtvp.plan.condition.domain.ConditionRefused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/")
@Tag(name = "RHO conditions", description = "What insurers ask of regional organisations, and what these show")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO})
public class ConditionResource {

    private final ConditionUseCases conditions;
    private final Desk desk;

    ConditionResource(ConditionUseCases conditions, Desk desk) {
        this.conditions = conditions;
        this.desk = desk;
    }

    @POST
    @Path("/rhos/{rho}/condition-evidence")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Show that your RHO meets a condition",
            description =
                    "D5. Role: rho, of this RHO. A document and its SHA-256; a mandate (GP_MANDATE) also tells the"
                            + " region, how many GPs gave it and how many there are. ION take no evidence: they are counted. What"
                            + " was recorded stays; the newest counts.")
    @Answers(invalid = "A field is malformed or does not go with the condition", missing = "The RHO is not registered")
    public RestResponse<EvidenceResponse> recordConditionEvidence(
            @PathParam("rho") String rho, @NotNull @Valid EvidenceRequest request) {
        desk.actForRho(rho);
        return desk.created(
                EvidenceResponse.class,
                () -> new EvidenceResponse(conditions.record(rho, request::toDomain, desk.actor())));
    }

    @GET
    @Path("/rhos/{rho}/conditions")
    @Operation(
            summary = "How an RHO stands towards the conditions of an insurer, each shortfall with what mends it",
            description =
                    "D5. Roles: insurer and insurer-approver (where the insurer is preferent, by its own policy),"
                            + " rho (itself, by the policy of any insurer, or by all conditions). It informs and blocks nothing.")
    @Answers(
            done = "Each condition, each shortfall",
            invalid = "The UZOVI is malformed, or must be said",
            forbidden = "It is not your insurer")
    public ConditionsResponse judgeRhoConditions(
            @PathParam("rho") String rho,
            @QueryParam("uzovi")
                    @Parameter(description = "By whose policy; an insurer's own when left away, and all for an RHO")
                    Uzovi uzovi) {
        var insurer = insurer(uzovi);
        return ConditionsResponse.of(conditions.judged(rho, insurer, desk.visibility()), insurer);
    }

    @GET
    @Path("/insurer-policies/{uzovi}")
    @Operation(
            summary = "Which conditions an insurer asks of RHOs",
            description =
                    "D5. Roles: insurer and insurer-approver (their own), rho (each insurer's). An insurer that said"
                            + " nothing asks all of them; that policy has the ETag \"0\".")
    @Answers(unchanged = "You have it already, by If-None-Match", missing = "The policy is another insurer's")
    public RestResponse<PolicyResponse> getInsurerPolicy(@PathParam("uzovi") Uzovi uzovi) {
        if (!desk.has(Roles.RHO) && !desk.visibility().insurers().contains(uzovi)) {
            throw ConditionRefused.policyNotFound(uzovi);
        }
        return answer(uzovi, conditions.policy(uzovi));
    }

    @PUT
    @Path("/insurer-policies/{uzovi}")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "State which conditions your insurer asks of RHOs, from now on",
            description = "D5. Role: insurer, of this UZOVI. Earlier policies stay on record.")
    @Answers(invalid = "A condition is unknown", changed = "Somebody changed the policy since you read it")
    public RestResponse<PolicyResponse> stateInsurerPolicy(
            @PathParam("uzovi") Uzovi uzovi,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(example = "\"0\"") String ifMatch,
            @NotNull @Valid PolicyRequest request) {
        desk.actFor(uzovi);
        var policy =
                conditions.state(uzovi, request.conditions(), version -> ETags.require(ifMatch, version), desk.actor());
        return answer(uzovi, policy);
    }

    private Uzovi insurer(Uzovi asked) {
        if (desk.has(Roles.RHO)) {
            return asked;
        }
        if (asked != null) {
            desk.actFor(asked);
            return asked;
        }
        var own = desk.visibility().insurers();
        if (own.size() != 1) {
            throw new InvalidInput(Fault.inQuery(
                    "uzovi", "say-which", "your token speaks for " + own.size() + " insurers: say which"));
        }
        return own.iterator().next();
    }

    private static RestResponse<PolicyResponse> answer(Uzovi uzovi, ConditionPolicy policy) {
        return ResponseBuilder.ok(PolicyResponse.of(uzovi, policy))
                .tag(ETags.of(policy.version()))
                .build();
    }

    /** The conditions that an insurer asks of RHOs; none is a policy too. */
    public record PolicyRequest(@NotNull Set<@NotNull Condition> conditions) {}

    /** Which conditions an insurer asks of RHOs. @param stated false as long as the default counts: all of them */
    public record PolicyResponse(Uzovi uzovi, List<Condition> conditions, boolean stated) {

        static PolicyResponse of(Uzovi uzovi, ConditionPolicy policy) {
            return new PolicyResponse(uzovi, policy.inOrder(), policy.version() > 0);
        }
    }
}
