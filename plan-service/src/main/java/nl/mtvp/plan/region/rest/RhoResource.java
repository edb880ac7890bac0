package nl.mtvp.plan.region.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/rhos")
@Tag(name = "Regional organisations", description = "RHOs, which register themselves")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.INSURER,
    Roles.INSURER_APPROVER,
    Roles.RHO,
    Roles.PRACTICE,
    Roles.SIGNATORY,
    Roles.AUDITOR,
    Roles.NATIONAL_DESK,
    Roles.NOTARY,
    Roles.SERVICE
})
public class RhoResource {

    private final RegionUseCases regions;
    private final Caller caller;
    private final Idempotency idempotency;

    RhoResource(RegionUseCases regions, Caller caller, Idempotency idempotency) {
        this.regions = regions;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.RHO)
    @Operation(
            operationId = "registerRho",
            summary = "Register your regional organisation",
            description = "D5. Role: rho, whose token's claim `rho` is the code.")
    @APIResponseSchema(value = RhoResponse.class, responseCode = "201", responseDescription = "Registered")
    @APIResponse(responseCode = "400", description = "A field is missing or malformed; each one is named")
    @APIResponse(responseCode = "409", description = "The RHO is registered already, or the key came with another body")
    public RestResponse<RhoResponse> register(@NotNull @Valid RhoRequest request) {
        caller.actForRho(request.code());
        return idempotency.once(RhoResponse.class, () -> {
            var rho = regions.registerRho(request.code(), request.name(), request.kvk(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, RhoResponse.of(rho)).build();
        });
    }

    @GET
    @Operation(
            operationId = "listRhos",
            summary = "The regional organisations",
            description = "D5. Every role: who looks after which region is public.")
    @APIResponse(responseCode = "200", description = "Ordered by code; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<RhoResponse>> list(@Valid @BeanParam PageParameters page) {
        return page.answer(regions.rhos(page.request()), RhoResponse::of);
    }
}
