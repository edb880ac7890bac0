package nl.mtvp.plan.praktijkplan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.plan.praktijkplan.PraktijkplanVersionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/praktijkplannen/{id}/differences")
@Tag(name = "Praktijkplan versions", description = "What a praktijkplan says about a year")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.SERVICE})
public class DifferencesResource {

    private final PraktijkplanVersionUseCases versions;
    private final Caller caller;

    DifferencesResource(PraktijkplanVersionUseCases versions, Caller caller) {
        this.versions = versions;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "comparePraktijkplanVersions",
            summary = "What changed from one version of a praktijkplan to another",
            description = "D13. Roles: practice, signatory, rho, service. Any two versions, also of different years and"
                    + " in either direction: what `to` plans and `from` does not is added.")
    @APIResponseSchema(value = DifferencesResponse.class, responseDescription = "What is added, removed and changed")
    @APIResponse(responseCode = "400", description = "A parameter is missing, malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No such versions that you may see")
    public DifferencesResponse compare(
            @PathParam("id") UUID id,
            @QueryParam("from") @Parameter(description = "The number of the one") @NotNull @Min(1) Integer from,
            @QueryParam("to") @Parameter(description = "The number of the other") @NotNull @Min(1) Integer to) {
        return DifferencesResponse.of(versions.differences(id, from, to, caller.visibility()));
    }
}
