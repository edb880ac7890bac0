package nl.mtvp.plan.admission.rest;

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
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.admission.AdmissionUseCases;
import nl.mtvp.plan.admission.RoundUseCases;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.threeten.extra.YearQuarter;

@Path("/")
@Tag(name = "Preferences", description = "Whether and when practices want to start")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
public class AdmissionResource {

    private final RegionUseCases regions;
    private final AdmissionUseCases admissions;
    private final RoundUseCases rounds;
    private final Caller caller;
    private final Idempotency idempotency;

    AdmissionResource(
            RegionUseCases regions,
            AdmissionUseCases admissions,
            RoundUseCases rounds,
            Caller caller,
            Idempotency idempotency) {
        this.regions = regions;
        this.admissions = admissions;
        this.rounds = rounds;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/regions/{region}/preferences")
    @Operation(
            operationId = "statePreferences",
            summary = "State whether and when practices want to start, all or none",
            description = "D17. Roles: practice and signatory (of the practices named), rho (of the region's RHO). Who"
                    + " states nothing takes part and starts with its hub; the last statement counts. Nothing is taken"
                    + " from a round's `preferencesUntil`, or its freeze, until its draw, nor for a practice that is"
                    + " admitted.")
    @APIResponseSchema(value = PreferencesTaken.class, responseCode = "201", responseDescription = "All were taken")
    @APIResponse(
            responseCode = "400",
            description = "Lines are malformed, doubled or contradict themselves, or name no"
                    + " practice of the region; each is named")
    @APIResponse(responseCode = "404", description = "No region has this code")
    @APIResponse(responseCode = "409", description = "Too late for the round under way, or practices are admitted")
    public RestResponse<PreferencesTaken> state(
            @PathParam("region") String region, @NotNull @Valid PreferencesRequest request) {
        var lines = request.toDomain();
        if (caller.has(Roles.RHO)) {
            caller.actForRho(regions.region(region).rho());
        } else {
            lines.forEach(line -> caller.actFor(line.agb()));
        }
        return idempotency.once(PreferencesTaken.class, () -> {
            admissions.state(region, lines, caller.actor());
            return ResponseBuilder.create(Status.CREATED, new PreferencesTaken(region, lines.size()))
                    .build();
        });
    }

    @GET
    @Path("/regions/{region}/preferences")
    @Operation(
            operationId = "listPreferences",
            summary = "What practices stated last",
            description = "D17. Roles: rho (its own region's practices), practice and signatory (their own).")
    @APIResponse(responseCode = "200", description = "Ordered by AGB; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No region has this code")
    public RestResponse<List<PreferenceResponse>> list(
            @PathParam("region") String region, @Valid @BeanParam PageParameters page) {
        return page.answer(admissions.visible(region, caller.visibility(), page.request()), PreferenceResponse::of);
    }

    @GET
    @Path("/tranches")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.RHO, Roles.AUDITOR, Roles.SERVICE})
    @Tag(name = "Tranches", description = "Who may start when")
    @Operation(
            operationId = "listTranche",
            summary = "The admitted practices of a region and a quarter, with their ION",
            description = "D21. Roles: insurer, insurer-approver, rho, auditor, service. The tranche list is published:"
                    + " every insurer may contract every admitted practice. Withdrawn admissions are not in it.")
    @APIResponse(responseCode = "200", description = "Ordered by AGB; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<AdmissionResponse>> tranche(
            @QueryParam("region") @Parameter(description = "Only this region") String region,
            @QueryParam("quarter") @Parameter(description = "Only those who start in this quarter") YearQuarter quarter,
            @Valid @BeanParam PageParameters page) {
        return page.answer(admissions.tranche(region, quarter, page.request()), AdmissionResponse::of);
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
