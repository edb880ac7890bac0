package nl.mtvp.plan.learning.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import nl.mtvp.plan.learning.ParticipationUseCases;
import nl.mtvp.plan.learning.domain.ParticipationFilter;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/")
@Tag(name = "Participations", description = "In which interventions practices took part")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY, Roles.SERVICE})
public class ParticipationResource {

    private final ParticipationUseCases participations;
    private final Caller caller;
    private final Idempotency idempotency;

    ParticipationResource(ParticipationUseCases participations, Caller caller, Idempotency idempotency) {
        this.participations = participations;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/participations")
    @RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            operationId = "recordParticipation",
            summary = "Record that a practice took part in an intervention (D12)",
            description = "D12. Roles: practice and signatory, of this practice; rho, where the practice is today. It"
                    + " is told on the feed as `nl.mtvp.participation-recorded.v1`.")
    @APIResponseSchema(
            value = ParticipationResponse.class,
            responseCode = "201",
            responseDescription = "It is recorded")
    @APIResponse(
            responseCode = "400",
            description = "A field is malformed, the day has not come, or the code is unknown")
    @APIResponse(responseCode = "409", description = "No RHO declared the practice")
    public RestResponse<ParticipationResponse> record(@NotNull @Valid ParticipationRequest request) {
        if (caller.has(Roles.PRACTICE) || caller.has(Roles.SIGNATORY)) {
            caller.actFor(request.agb());
        } else {
            caller.actForRho(participations.place(request.agb()).rho());
        }
        return idempotency.once(ParticipationResponse.class, () -> {
            var recorded = participations.record(request.toDomain(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, ParticipationResponse.of(recorded))
                    .location(URI.create("/participations/" + recorded.id()))
                    .build();
        });
    }

    @POST
    @Path("/participations/{id}/withdrawals")
    @RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            operationId = "withdrawParticipation",
            summary = "Withdraw a participation that was recorded wrongly (D12)",
            description = "D12. Roles: practice and signatory, of this practice; rho, where the practice is today. It"
                    + " stays readable, counts no more, and is told on the feed as"
                    + " `nl.mtvp.participation-withdrawn.v1`.")
    @APIResponseSchema(value = ParticipationResponse.class, responseCode = "201", responseDescription = "As it is now")
    @APIResponse(responseCode = "400", description = "A field is malformed")
    @APIResponse(responseCode = "404", description = "No participation that you may see has this id")
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public RestResponse<ParticipationResponse> withdraw(
            @PathParam("id") UUID id, @NotNull @Valid ParticipationWithdrawalRequest request) {
        var participation = participations.participation(id, caller.visibility());
        return idempotency.once(ParticipationResponse.class, () -> {
            var withdrawn =
                    participations.withdraw(participation, request.reason(), caller.visibility(), caller.actor());
            return ResponseBuilder.create(Status.CREATED, ParticipationResponse.of(withdrawn))
                    .build();
        });
    }

    @GET
    @Path("/participations")
    @Operation(
            operationId = "listParticipations",
            summary = "The participations that you may see, the withdrawn ones too (D12)",
            description = "D12. Roles: practice and signatory (their own), rho (its regions' practices), service.")
    @APIResponse(
            responseCode = "200",
            description = "In the order of recording; `Link: rel=\"next\"` when there are more")
    @APIResponse(responseCode = "400", description = "A parameter is malformed or out of bounds")
    public RestResponse<List<ParticipationResponse>> list(
            @QueryParam("agb") @Parameter(description = "Only this practice's") Agb agb,
            @QueryParam("code") @Parameter(description = "Only those in this intervention") String code,
            @QueryParam("region") @Parameter(description = "Only of practices that are in this region today")
                    String region,
            @QueryParam("from") @Parameter(description = "On this day or later") LocalDate from,
            @QueryParam("until") @Parameter(description = "Before this day") LocalDate until,
            @Valid @BeanParam PageParameters page) {
        var filter = new ParticipationFilter(agb, code, region, from, until);
        return page.answer(
                participations.participations(filter, caller.visibility(), page.request()), ParticipationResponse::of);
    }

    @GET
    @Path("/participations/{id}")
    @Operation(
            operationId = "getParticipation",
            summary = "A participation (D12)",
            description = "D12. Roles: practice, signatory, rho, service; what you may not see is 404.")
    @APIResponseSchema(value = ParticipationResponse.class, responseDescription = "The participation")
    @APIResponse(responseCode = "400", description = "A parameter is malformed")
    @APIResponse(responseCode = "404", description = "No participation that you may see has this id")
    public ParticipationResponse get(@PathParam("id") UUID id) {
        return ParticipationResponse.of(participations.participation(id, caller.visibility()));
    }

    @GET
    @Path("/compliance-pictures")
    @Tag(name = "Compliance pictures", description = "How practices stand with what they committed to")
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
    public RestResponse<List<PictureResponse>> pictures(
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
