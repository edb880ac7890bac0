package nl.mtvp.plan.praktijkplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases.Told;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan;
import nl.mtvp.plan.praktijkplan.domain.Praktijkplan.PraktijkplanFilter;
import nl.mtvp.plan.praktijkplan.domain.Progress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Praktijkplannen", description = "The plans of practices")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.SERVICE})
public class PraktijkplanResource {

    private final PraktijkplanUseCases praktijkplannen;
    private final Desk desk;

    PraktijkplanResource(PraktijkplanUseCases praktijkplannen, Desk desk) {
        this.praktijkplannen = praktijkplannen;
        this.desk = desk;
    }

    @POST
    @Path("/praktijkplannen")
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            summary = "Open the praktijkplan of your practice",
            description = "D8, D13. Roles: practice and signatory, of this practice. A practice has one plan; what it"
                    + " says stands in its versions.")
    @Answers(conflict = "The practice has a plan, or no RHO declared it")
    public RestResponse<PraktijkplanResponse> createPraktijkplan(@NotNull @Valid PraktijkplanRequest request) {
        desk.actFor(request.agb());
        return desk.created(
                PraktijkplanResponse.class,
                () -> new PraktijkplanResponse(praktijkplannen.create(request.agb(), desk.actor())),
                made -> "/praktijkplannen/" + made.plan().id());
    }

    @GET
    @Path("/praktijkplannen")
    @Operation(
            summary = "The praktijkplannen that you may see",
            description = "D13. Ordered by id. Roles: practice and signatory (their own), rho (its regions'"
                    + " practices), service.")
    public RestResponse<List<PraktijkplanResponse>> listPraktijkplannen(
            @QueryParam("agb") @Parameter(description = "Only this practice's") Agb agb,
            @QueryParam("region") @Parameter(description = "Only those of this region") String region,
            @QueryParam("intervention")
                    @Parameter(description = "Only those that plan it, in a version that is in force")
                    String intervention,
            @Valid @BeanParam PageParameters page) {
        var filter = new PraktijkplanFilter(agb, region, intervention);
        return page.answer(praktijkplannen.plans(filter, desk.visibility(), page.request()), PraktijkplanResponse::new);
    }

    @GET
    @Path("/praktijkplannen/{id}")
    @Operation(
            summary = "A praktijkplan",
            description = "D13. Roles: practice, signatory, rho, service; what you may not see is 404.")
    public PraktijkplanResponse getPraktijkplan(@PathParam("id") UUID id) {
        return new PraktijkplanResponse(praktijkplannen.plan(id, desk.visibility()));
    }

    @POST
    @Path("/praktijkplannen/{id}/progress")
    @Tag(name = "Praktijkplan progress", description = "How far practices are with their plans")
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            summary = "Tell how far you are with an intervention of your plan",
            description = "D13. Roles: practice and signatory, of this practice. It is about an intervention of a"
                    + " submitted version; entries are added, never changed.")
    @Answers(
            invalid = "A field is malformed, the day has not come, or the plan never had the intervention",
            conflict = "Nothing is submitted yet")
    public RestResponse<ProgressResponse> tellProgress(
            @PathParam("id") UUID id, @NotNull @Valid ProgressRequest request) {
        var plan = praktijkplannen.plan(id, desk.visibility());
        desk.actFor(plan.agb());
        return desk.created(
                ProgressResponse.class,
                () -> new ProgressResponse(praktijkplannen.tell(plan, request.toDomain(), desk.actor())));
    }

    @GET
    @Path("/praktijkplannen/{id}/progress")
    @Tag(name = "Praktijkplan progress")
    @Operation(
            summary = "What a practice told of its progress",
            description = "D13. In the order in which it was recorded.")
    public RestResponse<List<ProgressResponse>> listProgress(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(praktijkplannen.progress(id, desk.visibility(), page.request()), ProgressResponse::new);
    }

    @GET
    @Path("/praktijkplannen/{id}/differences")
    @Tag(name = "Praktijkplan versions", description = "What a praktijkplan says about a year")
    @Operation(
            summary = "What changed from one version of a praktijkplan to another",
            description = "D13. Any two versions, also of different years and in either direction: what `to` plans and"
                    + " `from` does not is added.")
    @Answers(done = "What is added, removed and changed")
    public PraktijkplanDifferencesResponse comparePraktijkplanVersions(
            @PathParam("id") UUID id,
            @QueryParam("from") @Parameter(description = "The number of the one") @NotNull @Min(1) Integer from,
            @QueryParam("to") @Parameter(description = "The number of the other") @NotNull @Min(1) Integer to) {
        return PraktijkplanDifferencesResponse.of(praktijkplannen.differences(id, from, to, desk.visibility()));
    }

    @GET
    @Path("/praktijkplan-deadlines")
    @Tag(name = "Praktijkplan deadlines", description = "Until when practices submit their plans, and who is overdue")
    @Operation(
            summary = "The deadlines of admitted practices, or only those that passed",
            description = "D9, D11. Roles: practice and signatory (their own), rho (its regions' practices), service."
                    + " Year 1 is due on the last day of the admitted quarter, year 2 on the last day of the fourth."
                    + " An overdue plan is a signal for compliance; it stops nothing. It is told once on the feed as"
                    + " `nl.mtvp.praktijkplan-overdue.v1`. Ordered by AGB and year.")
    public RestResponse<List<DeadlineResponse>> listPraktijkplanDeadlines(
            @QueryParam("region") @Parameter(description = "Only this region") String region,
            @QueryParam("agb") @Parameter(description = "Only this practice") Agb agb,
            @QueryParam("overdue") @DefaultValue("false") @Parameter(description = "Only what is overdue today")
                    Boolean overdue,
            @Valid @BeanParam PageParameters page) {
        return page.answer(
                praktijkplannen.deadlines(region, agb, overdue, desk.visibility(), page.request()),
                DeadlineResponse::of);
    }

    /** Whose plan is opened. */
    public record PraktijkplanRequest(@NotNull Agb agb) {}

    /** A praktijkplan; what it says stands in its versions, of which {@code inForce} names those that count, by year. */
    @JsonPropertyOrder({"id", "agb", "region", "rho", "inForce"})
    public record PraktijkplanResponse(@JsonUnwrapped Praktijkplan plan) {}

    /** An entry of a praktijkplan's progress. */
    @JsonPropertyOrder({"id", "code", "stage", "observedOn", "description", "recordedAt"})
    public record ProgressResponse(@JsonUnwrapped Progress entry) {}

    /** How far a practice is with an intervention of its plan. */
    public record ProgressRequest(
            @NotNull @Size(max = 20) @OneLine String code,
            @NotNull Progress.Stage stage,
            @NotNull @SchemeTime LocalDate observedOn,
            @NotBlank @Size(max = 5_000) String description)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return Progress.faults(observedOn, SuiteClock.day(now));
        }

        Told toDomain() {
            return new Told(code, stage, observedOn, description);
        }
    }
}
