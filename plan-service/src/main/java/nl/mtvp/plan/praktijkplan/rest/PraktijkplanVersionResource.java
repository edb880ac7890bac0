package nl.mtvp.plan.praktijkplan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.praktijkplan.PraktijkplanUseCases;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/praktijkplannen/{id}/versions")
@Tag(name = "Praktijkplan versions", description = "What a praktijkplan says about a year")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY, Roles.RHO, Roles.SERVICE})
public class PraktijkplanVersionResource {

    private final PraktijkplanUseCases praktijkplannen;
    private final Desk desk;

    PraktijkplanVersionResource(PraktijkplanUseCases praktijkplannen, Desk desk) {
        this.praktijkplannen = praktijkplannen;
        this.desk = desk;
    }

    @POST
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            summary = "Write a version of your praktijkplan, for year 1 or year 2",
            description = "D8, D9, D10, D13. Roles: practice and signatory, of this practice. It begins as DRAFT, under"
                    + " the regioplan in force; every edit is a new version. `violations` tells, with the rule's number"
                    + " and what would mend it, what keeps it from being submitted. Interventions outside the regioplan"
                    + " are marked OWN_EXTRA, \"RHO support not guaranteed\".")
    @Answers(
            done = "The draft, with what it still misses",
            invalid = "An intervention is unknown, not usable yet or doubled, or a field"
                    + " is malformed; all are named",
            conflict = "The region has no approved regioplan yet")
    public RestResponse<PraktijkplanVersionResponse> addPraktijkplanVersion(
            @PathParam("id") UUID id, @NotNull @Valid PraktijkplanVersionRequest request) {
        var plan = praktijkplannen.plan(id, desk.visibility());
        desk.actFor(plan.agb());
        return desk.created(
                PraktijkplanVersionResponse.class,
                () -> PraktijkplanVersionResponse.of(praktijkplannen.add(
                        plan, ImplementationYear.of(request.year()), request.lines(), desk.actor())),
                PraktijkplanVersionResource::path);
    }

    @POST
    @Path("/{number}/submissions")
    @RolesAllowed({Roles.PRACTICE, Roles.SIGNATORY})
    @Operation(
            summary = "Submit a version of your praktijkplan",
            description = "D8-D11. Roles: practice and signatory, of this practice. What the growth model misses is"
                    + " refused, all of it at once. It comes into force for its year, and the one before it becomes"
                    + " SUPERSEDED and stays readable. After the deadline it is late, not refused.")
    @Answers(
            done = "The version, SUBMITTED",
            invalid = "D8 or D9 is not met; `errors` names everything that is missing",
            conflict = "It was submitted or edited since, the regioplan was renewed, year 1 is not submitted, or"
                    + " year 2 builds on it already")
    public RestResponse<PraktijkplanVersionResponse> submitPraktijkplanVersion(
            @PathParam("id") UUID id, @PathParam("number") @Min(1) Integer number) {
        desk.actFor(praktijkplannen.plan(id, desk.visibility()).agb());
        return desk.created(
                PraktijkplanVersionResponse.class,
                () -> PraktijkplanVersionResponse.of(
                        praktijkplannen.submit(id, number, desk.visibility(), desk.actor())),
                PraktijkplanVersionResource::path);
    }

    @GET
    @Operation(summary = "The versions of a praktijkplan, old ones too", description = "D13. By number.")
    public RestResponse<List<VersionLineResponse>> listPraktijkplanVersions(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(praktijkplannen.versions(id, desk.visibility(), page.request()), VersionLineResponse::new);
    }

    @GET
    @Path("/{number}")
    @Operation(summary = "A version of a praktijkplan", description = "D8-D10, D13.")
    public PraktijkplanVersionResponse getPraktijkplanVersion(
            @PathParam("id") UUID id, @PathParam("number") @Min(1) Integer number) {
        return PraktijkplanVersionResponse.of(praktijkplannen.version(id, number, desk.visibility()));
    }

    private static String path(PraktijkplanVersionResponse version) {
        return "/praktijkplannen/" + version.praktijkplanId() + "/versions/" + version.number();
    }

    /** What a new version says about an implementation year, 1 or 2. */
    public record PraktijkplanVersionRequest(
            @NotNull @Min(1) @Max(2) Integer year,
            @NotNull @Size(max = 200) List<@NotNull @Valid PlannedRequest> interventions) {

        List<Planned.Line> lines() {
            return interventions.stream().map(PlannedRequest::toDomain).toList();
        }
    }
}
