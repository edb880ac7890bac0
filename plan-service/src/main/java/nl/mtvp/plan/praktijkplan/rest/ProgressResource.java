package nl.mtvp.plan.praktijkplan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/praktijkplannen/{id}/progress")
@Tag(name = "Praktijkplan progress", description = "How far practices are with their plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.SERVICE})
public class ProgressResource {

    private final PraktijkplanUseCases praktijkplannen;
    private final Caller caller;
    private final Idempotency idempotency;

    ProgressResource(PraktijkplanUseCases praktijkplannen, Caller caller, Idempotency idempotency) {
        this.praktijkplannen = praktijkplannen;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            operationId = "tellProgress",
            summary = "Tell how far you are with an intervention of your plan",
            description = "D13. Roles: practice and signatory, of this practice. It is about an intervention of a"
                    + " submitted version; entries are added, never changed.")
    @APIResponseSchema(value = ProgressResponse.class, responseCode = "201", responseDescription = "The entry")
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed, the day has not come, or the plan never had the intervention")
    @APIResponse(responseCode = "404", description = "No praktijkplan of yours has this id")
    @APIResponse(responseCode = "409", description = "Nothing is submitted yet")
    public RestResponse<ProgressResponse> tell(@PathParam("id") UUID id, @NotNull @Valid ProgressRequest request) {
        var plan = praktijkplannen.plan(id, caller.visibility());
        caller.actFor(plan.agb());
        return idempotency.once(ProgressResponse.class, () -> {
            var entry = praktijkplannen.tell(plan, request.toDomain(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, ProgressResponse.of(entry))
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listProgress",
            summary = "What a practice told of its progress",
            description = "D13. Roles: practice, signatory, rho, service.")
    @APIResponse(
            responseCode = "200",
            description = "In the order in which it was recorded; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No praktijkplan that you may see has this id")
    public RestResponse<List<ProgressResponse>> list(@PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(praktijkplannen.progress(id, caller.visibility(), page.request()), ProgressResponse::of);
    }
}
