package nl.mtvp.plan.learning.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.learning.LearningUseCases;
import nl.mtvp.plan.learning.domain.Meeting.MeetingFilter;
import nl.mtvp.plan.learning.domain.Participation.ParticipationFilter;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.region.RegionUseCases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Intervisie meetings", description = "Where practices learn from each other")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY, Roles.SERVICE})
public class LearningResource {

    private final LearningUseCases learning;
    private final RegionUseCases regions;
    private final Desk desk;

    LearningResource(LearningUseCases learning, RegionUseCases regions, Desk desk) {
        this.learning = learning;
        this.regions = regions;
        this.desk = desk;
    }

    @POST
    @Path("/intervisie-meetings")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Report an intervisie meeting that you organised (D12)",
            description = "D12. Role: rho, of the region. The report tells which practices were present, which"
                    + " interventions of the catalogue were discussed, and the insights.")
    @Answers(
            invalid = "A field is malformed or doubled, the day has not come, or a code is unknown",
            missing = "There is no such region",
            conflict = "A practice belonged to another RHO or none on that day")
    public RestResponse<MeetingResponse> reportIntervisieMeeting(@NotNull @Valid MeetingRequest request) {
        var region = regions.region(request.region());
        desk.actForRho(region.rho());
        return desk.created(
                MeetingResponse.class,
                () -> MeetingResponse.of(learning.report(region, request.toDomain(), desk.actor())),
                made -> "/intervisie-meetings/" + made.id());
    }

    @POST
    @Path("/intervisie-meetings/{id}/reports")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Correct the report of a meeting (D12)",
            description = "D12. Role: rho, who organised it. The new report is whole, and says why; the one that it"
                    + " corrects stays readable.")
    @Answers(
            invalid = "A field is malformed or doubled, the day has not come, or a code is unknown",
            conflict = "Another report is the newest, or a practice belonged to another RHO or none on that day")
    public RestResponse<MeetingResponse> correctIntervisieReport(
            @PathParam("id") UUID id, @NotNull @Valid CorrectionRequest request) {
        var meeting = learning.meeting(id, desk.visibility());
        desk.actForRho(meeting.rho());
        return desk.created(
                MeetingResponse.class,
                () -> MeetingResponse.of(learning.correct(
                        meeting, request.corrects(), request.toDomain(), request.reason(), desk.actor())));
    }

    @GET
    @Path("/intervisie-meetings/{id}/reports")
    @Operation(
            summary = "A meeting as each of its reports told of it (D12)",
            description =
                    "D12. The first first. Roles: rho (its own), practice and signatory (where present)," + " service.")
    public RestResponse<List<MeetingResponse>> listIntervisieReports(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(learning.reports(id, desk.visibility(), page.request()), MeetingResponse::of);
    }

    @GET
    @Path("/intervisie-meetings")
    @Operation(
            summary = "The intervisie meetings that you may see (D12)",
            description = "D12. Ordered by id. Roles: rho (its own), practice and signatory (where present), service.")
    public RestResponse<List<MeetingResponse>> listIntervisieMeetings(
            @QueryParam("region") String region,
            @QueryParam("agb") Agb agb,
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until,
            @Valid @BeanParam PageParameters page) {
        var filter = new MeetingFilter(region, agb, from, until);
        return page.answer(learning.meetings(filter, desk.visibility(), page.request()), MeetingResponse::of);
    }

    @GET
    @Path("/intervisie-meetings/{id}")
    @Operation(
            summary = "An intervisie meeting, as its newest report tells of it (D12)",
            description = "D12. Roles: rho, practice, signatory, service; what you may not see is 404.")
    public MeetingResponse getIntervisieMeeting(@PathParam("id") UUID id) {
        return MeetingResponse.of(learning.meeting(id, desk.visibility()));
    }

    @POST
    @Path("/participations")
    @Tag(name = "Participations", description = "In which interventions practices took part")
    @RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            summary = "Record that a practice took part in an intervention (D12)",
            description = "D12. Roles: practice and signatory, of this practice; rho, where the practice is today. It"
                    + " is told on the feed as `nl.mtvp.participation-recorded.v1`.")
    @Answers(
            invalid = "A field is malformed, the day has not come, or the code is unknown",
            conflict = "No RHO declared the practice")
    public RestResponse<ParticipationResponse> recordParticipation(@NotNull @Valid ParticipationRequest request) {
        if (desk.has(Roles.PRACTICE) || desk.has(Roles.SIGNATORY)) {
            desk.actFor(request.agb());
        } else {
            desk.actForRho(learning.place(request.agb()).rho());
        }
        return desk.created(
                ParticipationResponse.class,
                () -> ParticipationResponse.of(learning.record(request::toDomain, desk.actor())),
                made -> "/participations/" + made.id());
    }

    @POST
    @Path("/participations/{id}/withdrawals")
    @Tag(name = "Participations")
    @RolesAllowed({Roles.RHO, Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            summary = "Withdraw a participation that was recorded wrongly (D12)",
            description = "D12. Roles: practice and signatory, of this practice; rho, where the practice is today. It"
                    + " stays readable, counts no more, and is told on the feed as"
                    + " `nl.mtvp.participation-withdrawn.v1`.")
    @Answers(conflict = "It was withdrawn before")
    public RestResponse<ParticipationResponse> withdrawParticipation(
            @PathParam("id") UUID id, @NotNull @Valid ParticipationWithdrawalRequest request) {
        var participation = learning.participation(id, desk.visibility());
        return desk.created(
                ParticipationResponse.class,
                () -> ParticipationResponse.of(
                        learning.withdraw(participation, request.reason(), desk.visibility(), desk.actor())));
    }

    @GET
    @Path("/participations")
    @Tag(name = "Participations")
    @Operation(
            summary = "The participations that you may see, the withdrawn ones too (D12)",
            description = "D12. In the order of recording. Roles: practice and signatory (their own), rho (its"
                    + " regions' practices), service.")
    public RestResponse<List<ParticipationResponse>> listParticipations(
            @QueryParam("agb") Agb agb,
            @QueryParam("code") String code,
            @QueryParam("region") String region,
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until,
            @Valid @BeanParam PageParameters page) {
        var filter = new ParticipationFilter(agb, code, region, from, until);
        return page.answer(
                learning.participations(filter, desk.visibility(), page.request()), ParticipationResponse::of);
    }

    @GET
    @Path("/participations/{id}")
    @Tag(name = "Participations")
    @Operation(
            summary = "A participation (D12)",
            description = "D12. Roles: practice, signatory, rho, service; what you may not see is 404.")
    public ParticipationResponse getParticipation(@PathParam("id") UUID id) {
        return ParticipationResponse.of(learning.participation(id, desk.visibility()));
    }

    @GET
    @Path("/compliance-pictures")
    @Tag(name = "Compliance pictures", description = "How practices stand with what they committed to")
    @Operation(
            summary = "What admitted practices did in an implementation year, and what is missing (D12)",
            description = "D12 (D9, D11). Roles: practice and signatory (their own), rho (its regions' practices),"
                    + " service. The year is the four quarters from the admitted one, or the next four (D8). What is"
                    + " missing has the day until which it is in time: during the year it can still come. It is a"
                    + " signal, and stops nothing. Ordered by AGB, none for a practice that is not admitted.")
    public RestResponse<List<PictureResponse>> listCompliancePictures(
            @QueryParam("agb") Agb agb,
            @QueryParam("region") String region,
            @QueryParam("year") @NotNull @Min(1) @Max(2) Integer year,
            @Valid @BeanParam PageParameters page) {
        return page.answer(
                learning.pictures(region, agb, ImplementationYear.of(year), desk.visibility(), page.request()),
                PictureResponse::of);
    }

    /** Why a participation was recorded wrongly. */
    public record ParticipationWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}
}
