package nl.mtvp.plan.learning.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.learning.ParticipationUseCases;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/compliance-pictures")
@Tag(name = "Compliance pictures", description = "How practices stand with what they committed to")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY, Roles.SERVICE})
public class PictureResource {

    private final ParticipationUseCases participations;
    private final Caller caller;

    PictureResource(ParticipationUseCases participations, Caller caller) {
        this.participations = participations;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listCompliancePictures",
            summary = "What admitted practices did in an implementation year, and what is missing (D12)",
            description = "D12 (D9, D11). Roles: practice and signatory (their own), rho (its regions' practices),"
                    + " service. The year is the four quarters from the admitted one, or the next four (D8). What is"
                    + " missing has the day until which it is in time: during the year it can still come. It is a"
                    + " signal, and stops nothing.")
    @APIResponse(
            responseCode = "200",
            description =
                    "Ordered by AGB, none for a practice that is not admitted; `Link: rel=\"next\"` when there are"
                            + " more")
    @APIResponse(responseCode = "400", description = "A parameter is missing, malformed or out of bounds")
    public RestResponse<List<PictureResponse>> list(
            @QueryParam("agb") @Parameter(description = "Only this practice") Agb agb,
            @QueryParam("region") @Parameter(description = "Only practices that are in this region today")
                    String region,
            @QueryParam("year") @NotNull @Min(1) @Max(2) @Parameter(description = "The implementation year, 1 or 2")
                    Integer year,
            @Valid @BeanParam PageParameters page) {
        return page.answer(
                participations.pictures(region, agb, ImplementationYear.of(year), caller.visibility(), page.request()),
                PictureResponse::of);
    }
}
