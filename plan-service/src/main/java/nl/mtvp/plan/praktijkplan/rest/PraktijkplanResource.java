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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/praktijkplannen")
@Tag(name = "Praktijkplannen", description = "The plans of practices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.SERVICE})
public class PraktijkplanResource {

    private final PraktijkplanUseCases praktijkplannen;
    private final Caller caller;
    private final Idempotency idempotency;

    PraktijkplanResource(PraktijkplanUseCases praktijkplannen, Caller caller, Idempotency idempotency) {
        this.praktijkplannen = praktijkplannen;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            operationId = "createPraktijkplan",
            summary = "Open the praktijkplan of your practice",
            description = "D8, D13. Roles: practice and signatory, of this practice. A practice has one plan; what it"
                    + " says stands in its versions.")
    @APIResponseSchema(value = PraktijkplanResponse.class, responseCode = "201", responseDescription = "The plan")
    @APIResponse(responseCode = "400", description = "A field is malformed")
    @APIResponse(responseCode = "409", description = "The practice has a plan, or no RHO declared it")
    public RestResponse<PraktijkplanResponse> create(@NotNull @Valid PraktijkplanRequest request) {
        caller.actFor(request.agb());
        return idempotency.once(PraktijkplanResponse.class, () -> {
            var plan = praktijkplannen.create(request.agb(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, PraktijkplanResponse.of(plan))
                    .location(URI.create("/praktijkplannen/" + plan.id()))
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listPraktijkplannen",
            summary = "The praktijkplannen that you may see",
            description = "D13. Roles: practice and signatory (their own), rho (its regions' practices), service.")
    @APIResponse(responseCode = "200", description = "Ordered by id; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<PraktijkplanResponse>> list(
            @QueryParam("agb") @Parameter(description = "Only this practice's") Agb agb,
            @QueryParam("region") @Parameter(description = "Only those of this region") String region,
            @QueryParam("intervention")
                    @Parameter(description = "Only those that plan it, in a version that is in force")
                    String intervention,
            @Valid @BeanParam PageParameters page) {
        var filter = new PraktijkplanFilter(agb, region, intervention);
        return page.answer(
                praktijkplannen.plans(filter, caller.visibility(), page.request()), PraktijkplanResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPraktijkplan",
            summary = "A praktijkplan",
            description = "D13. Roles: practice, signatory, rho, service; what you may not see is 404.")
    @APIResponseSchema(value = PraktijkplanResponse.class, responseDescription = "The plan")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    @APIResponse(responseCode = "404", description = "No praktijkplan that you may see has this id")
    public PraktijkplanResponse get(@PathParam("id") UUID id) {
        return PraktijkplanResponse.of(praktijkplannen.plan(id, caller.visibility()));
    }
}
