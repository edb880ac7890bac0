package nl.mtvp.plan.admission.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.admission.TrancheUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

@Path("/tranches")
@Tag(name = "Tranches", description = "Who may start when")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO, Roles.AUDITOR, Roles.SERVICE})
public class TrancheResource {

    private final TrancheUseCases tranches;

    TrancheResource(TrancheUseCases tranches) {
        this.tranches = tranches;
    }

    @GET
    @Operation(
            operationId = "listTranche",
            summary = "The admitted practices of a region and a quarter, with their ION",
            description = "D21. Roles: insurer, insurer-approver, rho, auditor, service. The tranche list is published:"
                    + " every insurer may contract every admitted practice. Withdrawn admissions are not in it.")
    @APIResponse(responseCode = "200", description = "Ordered by AGB; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<AdmissionResponse>> list(
            @QueryParam("region") @Parameter(description = "Only this region") String region,
            @QueryParam("quarter") @Parameter(description = "Only those who start in this quarter") YearQuarter quarter,
            @Valid @BeanParam PageParameters page) {
        return page.answer(tranches.tranche(region, quarter, page.request()), AdmissionResponse::of);
    }
}
