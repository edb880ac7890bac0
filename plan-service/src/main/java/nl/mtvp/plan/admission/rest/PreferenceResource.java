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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.admission.PreferenceUseCases;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/regions/{region}/preferences")
@Tag(name = "Preferences", description = "Whether and when practices want to start")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
public class PreferenceResource {

    private final RegionUseCases regions;
    private final PreferenceUseCases preferences;
    private final Caller caller;
    private final Idempotency idempotency;

    PreferenceResource(RegionUseCases regions, PreferenceUseCases preferences, Caller caller, Idempotency idempotency) {
        this.regions = regions;
        this.preferences = preferences;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
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
            preferences.state(region, lines, caller.actor());
            return ResponseBuilder.create(Status.CREATED, new PreferencesTaken(region, lines.size()))
                    .build();
        });
    }

    @GET
    @Operation(
            operationId = "listPreferences",
            summary = "What practices stated last",
            description = "D17. Roles: rho (its own region's practices), practice and signatory (their own).")
    @APIResponse(responseCode = "200", description = "Ordered by AGB; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No region has this code")
    public RestResponse<List<PreferenceResponse>> list(
            @PathParam("region") String region, @Valid @BeanParam PageParameters page) {
        return page.answer(preferences.visible(region, caller.visibility(), page.request()), PreferenceResponse::of);
    }
}
