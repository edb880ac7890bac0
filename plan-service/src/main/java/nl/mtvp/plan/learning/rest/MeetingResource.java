package nl.mtvp.plan.learning.rest;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.Idempotency;
import nl.mtvp.kernel.rest.PageParameters;
import nl.mtvp.plan.learning.MeetingUseCases;
import nl.mtvp.plan.learning.domain.MeetingFilter;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/intervisie-meetings")
@Tag(name = "Intervisie meetings", description = "Where practices learn from each other")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY, Roles.SERVICE})
public class MeetingResource {

    private final MeetingUseCases meetings;
    private final RegionUseCases regions;
    private final Caller caller;
    private final Idempotency idempotency;

    MeetingResource(MeetingUseCases meetings, RegionUseCases regions, Caller caller, Idempotency idempotency) {
        this.meetings = meetings;
        this.regions = regions;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.RHO)
    @Operation(
            operationId = "reportIntervisieMeeting",
            summary = "Report an intervisie meeting that you organised (D12)",
            description = "D12. Role: rho, of the region. The report tells which practices were present, which"
                    + " interventions of the catalogue were discussed, and the insights.")
    @APIResponseSchema(value = MeetingResponse.class, responseCode = "201", responseDescription = "The meeting")
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed or doubled, the day has not come, or a code is unknown")
    @APIResponse(responseCode = "404", description = "There is no such region")
    @APIResponse(responseCode = "409", description = "A practice belonged to another RHO or none on that day")
    public RestResponse<MeetingResponse> report(@NotNull @Valid MeetingRequest request) {
        var region = regions.region(request.region());
        caller.actForRho(region.rho());
        return idempotency.once(MeetingResponse.class, () -> {
            var meeting = meetings.report(region, request.toDomain(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, MeetingResponse.of(meeting))
                    .location(URI.create("/intervisie-meetings/" + meeting.id()))
                    .build();
        });
    }

    @POST
    @Path("/{id}/reports")
    @RolesAllowed(Roles.RHO)
    @Operation(
            operationId = "correctIntervisieReport",
            summary = "Correct the report of a meeting (D12)",
            description = "D12. Role: rho, who organised it. The new report is whole, and says why; the one that it"
                    + " corrects stays readable.")
    @APIResponseSchema(value = MeetingResponse.class, responseCode = "201", responseDescription = "As it counts now")
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed or doubled, the day has not come, or a code is unknown")
    @APIResponse(responseCode = "404", description = "No meeting of yours has this id")
    @APIResponse(
            responseCode = "409",
            description = "Another report is the newest, or a practice belonged to another RHO or none on that day")
    public RestResponse<MeetingResponse> correct(@PathParam("id") UUID id, @NotNull @Valid CorrectionRequest request) {
        var meeting = meetings.meeting(id, caller.visibility());
        caller.actForRho(meeting.rho());
        return idempotency.once(MeetingResponse.class, () -> {
            var corrected =
                    meetings.correct(meeting, request.corrects(), request.toDomain(), request.reason(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, MeetingResponse.of(corrected))
                    .build();
        });
    }

    @GET
    @Path("/{id}/reports")
    @Operation(
            operationId = "listIntervisieReports",
            summary = "A meeting as each of its reports told of it (D12)",
            description = "D12. Roles: rho (its own), practice and signatory (where present), service.")
    @APIResponse(responseCode = "200", description = "The first first; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    @APIResponse(responseCode = "404", description = "No meeting that you may see has this id")
    public RestResponse<List<MeetingResponse>> reports(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(meetings.reports(id, caller.visibility(), page.request()), MeetingResponse::of);
    }

    @GET
    @Operation(
            operationId = "listIntervisieMeetings",
            summary = "The intervisie meetings that you may see (D12)",
            description = "D12. Roles: rho (its own), practice and signatory (where present), service.")
    @APIResponse(responseCode = "200", description = "Ordered by id; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<MeetingResponse>> list(
            @QueryParam("region") @Parameter(description = "Only those for this region") String region,
            @QueryParam("agb") @Parameter(description = "Only those at which this practice was present") Agb agb,
            @QueryParam("from") @Parameter(description = "Held on this day or later") LocalDate from,
            @QueryParam("until") @Parameter(description = "Held before this day") LocalDate until,
            @Valid @BeanParam PageParameters page) {
        var filter = new MeetingFilter(region, agb, from, until);
        return page.answer(meetings.meetings(filter, caller.visibility(), page.request()), MeetingResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getIntervisieMeeting",
            summary = "An intervisie meeting, as its newest report tells of it (D12)",
            description = "D12. Roles: rho, practice, signatory, service; what you may not see is 404.")
    @APIResponseSchema(value = MeetingResponse.class, responseDescription = "The meeting")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    @APIResponse(responseCode = "404", description = "No meeting that you may see has this id")
    public MeetingResponse get(@PathParam("id") UUID id) {
        return MeetingResponse.of(meetings.meeting(id, caller.visibility()));
    }
}
