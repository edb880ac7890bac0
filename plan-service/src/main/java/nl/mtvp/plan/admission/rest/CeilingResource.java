package nl.mtvp.plan.admission.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.admission.RoundUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/admission-ceilings")
@Tag(name = "Admission rounds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO, Roles.AUDITOR, Roles.NATIONAL_DESK, Roles.SERVICE})
public class CeilingResource {

    private final RoundUseCases rounds;

    CeilingResource(RoundUseCases rounds) {
        this.rounds = rounds;
    }

    @GET
    @Operation(
            operationId = "listAdmissionCeilings",
            summary = "How much may have started from each quarter on, and how much was admitted",
            description = "D16. Roles: insurer, insurer-approver, rho, auditor, national-desk, service. Both are"
                    + " cumulative, so unused room rolls over. `percent` of a region's ION is enforced by its rounds;"
                    + " `nationalIon` is shown beside the ION admitted over all regions, and not enforced.")
    @APIResponse(responseCode = "200", description = "By quarter; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<CeilingResponse>> list(@Valid @BeanParam PageParameters page) {
        return page.answer(rounds.nationalCeilings(page.request()), CeilingResponse::of);
    }
}
