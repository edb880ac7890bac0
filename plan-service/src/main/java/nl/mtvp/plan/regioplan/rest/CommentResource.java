package nl.mtvp.plan.regioplan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.regioplan.ApprovalUseCases;
import nl.mtvp.plan.regioplan.ApprovalUseCases.Remark;
import nl.mtvp.plan.regioplan.RegioplanUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/regioplannen/{id}/versions/{number}/comments")
@Tag(name = "Regioplan comments", description = "What RHO and insurers say about a version")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class CommentResource {

    private final RegioplanUseCases regioplannen;
    private final ApprovalUseCases approvals;
    private final Caller caller;
    private final Idempotency idempotency;

    CommentResource(
            RegioplanUseCases regioplannen, ApprovalUseCases approvals, Caller caller, Idempotency idempotency) {
        this.regioplannen = regioplannen;
        this.approvals = approvals;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            operationId = "commentOnRegioplanVersion",
            summary = "Say something about a version",
            description = "D6. Roles: rho, of the plan's RHO; insurer and insurer-approver, of a preferent insurer as"
                    + " frozen at the submission, naming it. What is said is not changed; it decides nothing.")
    @APIResponseSchema(value = CommentResponse.class, responseCode = "201", responseDescription = "Said")
    @APIResponse(responseCode = "400", description = "A field is malformed; all are named")
    @APIResponse(responseCode = "403", description = "Not your insurer or RHO, or an insurer that is not preferent")
    @APIResponse(responseCode = "404", description = "No such version that you may see")
    public RestResponse<CommentResponse> add(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @NotNull @Valid CommentRequest request) {
        if (request.uzovi() == null) {
            caller.actForRho(regioplannen.plan(id, caller.visibility()).rho());
        } else {
            caller.actFor(request.uzovi());
        }
        return idempotency.once(CommentResponse.class, () -> {
            var remark = new Remark(request.uzovi(), request.subject(), request.text());
            var comment = approvals.add(id, number, remark, caller.visibility(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, CommentResponse.of(comment))
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listRegioplanComments",
            summary = "What was said about a version",
            description =
                    "D6. Roles: rho, insurer, insurer-approver, auditor, service, as far as they see the version.")
    @APIResponse(
            responseCode = "200",
            description = "In the order in which it was said; `Link: rel=\"next\"` when there is more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No such version that you may see")
    public RestResponse<List<CommentResponse>> list(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @Valid @BeanParam PageParameters page) {
        return page.answer(approvals.comments(id, number, caller.visibility(), page.request()), CommentResponse::of);
    }
}
