package nl.mtvp.plan.regioplan.rest;

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
import nl.mtvp.plan.regioplan.RegioplanUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/regioplannen/{id}/differences")
@Tag(name = "Regioplan versions", description = "What a regioplan says")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class DifferenceResource {

    private final RegioplanUseCases regioplannen;
    private final Caller caller;

    DifferenceResource(RegioplanUseCases regioplannen, Caller caller) {
        this.regioplannen = regioplannen;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "compareRegioplanVersions",
            summary = "What changed from one version of a regioplan to another",
            description = "D3, D4, D6. Roles: rho, insurer, insurer-approver, auditor, service; both versions must be"
                    + " yours to see. RHO, regions and title belong to the plan and do not change.")
    @APIResponseSchema(value = DifferencesResponse.class, responseDescription = "The changes, by what changed")
    @APIResponse(responseCode = "400", description = "A parameter is missing, malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No such version that you may see")
    public DifferencesResponse compare(
            @PathParam("id") UUID id,
            @QueryParam("from") @Parameter(description = "The number of the one version") @NotNull @Min(1) Integer from,
            @QueryParam("to") @Parameter(description = "The number of the other") @NotNull @Min(1) Integer to) {
        return DifferencesResponse.of(from, to, regioplannen.differences(id, from, to, caller.visibility()));
    }
}
