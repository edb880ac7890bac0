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
import nl.mtvp.plan.admission.RoundUseCases;
import nl.mtvp.plan.admission.TrancheUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

@Path("/")
@Tag(name = "Tranches", description = "Who may start when")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO, Roles.AUDITOR, Roles.SERVICE})
public class TrancheResource {

    private final TrancheUseCases tranches;
    private final RoundUseCases rounds;

    TrancheResource(TrancheUseCases tranches, RoundUseCases rounds) {
        this.tranches = tranches;
        this.rounds = rounds;
    }

    @GET
    @Path("/tranches")
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

    @GET
    @Path("/admission-ceilings")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO, Roles.AUDITOR, Roles.NATIONAL_DESK, Roles.SERVICE})
    @Tag(name = "Admission rounds")
    @Operation(
            operationId = "listAdmissionCeilings",
            summary = "How much may have started from each quarter on, and how much was admitted",
            description = "D16. Roles: insurer, insurer-approver, rho, auditor, national-desk, service. Both are"
                    + " cumulative, so unused room rolls over. `percent` of a region's ION is enforced by its rounds;"
                    + " `nationalIon` is shown beside the ION admitted over all regions, and not enforced.")
    @APIResponse(responseCode = "200", description = "By quarter; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<CeilingResponse>> ceilings(@Valid @BeanParam PageParameters page) {
        return page.answer(rounds.nationalCeilings(page.request()), CeilingResponse::of);
    }
}
