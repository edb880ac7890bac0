package nl.mtvp.plan.condition.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.ETags;
import nl.mtvp.plan.condition.ConditionUseCases;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import nl.mtvp.plan.condition.domain.ConditionRefused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/insurer-policies/{uzovi}")
@Tag(name = "RHO conditions", description = "What insurers ask of regional organisations, and what these show")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PolicyResource {

    private final ConditionUseCases conditions;
    private final Caller caller;

    PolicyResource(ConditionUseCases conditions, Caller caller) {
        this.conditions = conditions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO})
    @Operation(
            operationId = "getInsurerPolicy",
            summary = "Which conditions an insurer asks of RHOs",
            description =
                    "D5. Roles: insurer and insurer-approver (their own), rho (each insurer's). An insurer that said"
                            + " nothing asks all of them; that policy has the ETag \"0\".")
    @APIResponseSchema(value = PolicyResponse.class, responseDescription = "The policy")
    @APIResponse(responseCode = "400", description = "The UZOVI is malformed")
    @APIResponse(responseCode = "304", description = "You have it already, by If-None-Match")
    @APIResponse(responseCode = "404", description = "The policy is another insurer's")
    public RestResponse<PolicyResponse> get(@PathParam("uzovi") Uzovi uzovi) {
        if (!caller.has(Roles.RHO) && !caller.visibility().insurers().contains(uzovi)) {
            throw ConditionRefused.policyNotFound(uzovi);
        }
        return answer(uzovi, conditions.policy(uzovi));
    }

    @PUT
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "stateInsurerPolicy",
            summary = "State which conditions your insurer asks of RHOs, from now on",
            description = "D5. Role: insurer, of this UZOVI. Earlier policies stay on record.")
    @APIResponseSchema(value = PolicyResponse.class, responseDescription = "The policy from now on")
    @APIResponse(responseCode = "400", description = "A condition is unknown")
    @APIResponse(responseCode = "412", description = "Somebody changed the policy since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PolicyResponse> put(
            @PathParam("uzovi") Uzovi uzovi,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(
                            description = "The ETag as you read it; \"0\" where nothing is stated yet",
                            example = "\"0\"")
                    String ifMatch,
            @NotNull @Valid PolicyRequest request) {
        caller.actFor(uzovi);
        var policy = conditions.state(
                uzovi, request.conditions(), version -> ETags.require(ifMatch, version), caller.actor());
        return answer(uzovi, policy);
    }

    private static RestResponse<PolicyResponse> answer(Uzovi uzovi, ConditionPolicy policy) {
        return ResponseBuilder.ok(PolicyResponse.of(uzovi, policy))
                .tag(ETags.of(policy.version()))
                .build();
    }
}
