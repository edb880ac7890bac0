package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.regioplan.ApprovalUseCases;
import nl.mtvp.plan.regioplan.RegioplanUseCases;
import nl.mtvp.plan.regioplan.domain.PlanVersion.ListedVersion;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/")
@Tag(name = "Regioplannen", description = "The plans of RHOs for their regions")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class RegioplanResource {

    private final RegioplanUseCases regioplannen;
    private final ApprovalUseCases approvals;
    private final Desk desk;

    RegioplanResource(RegioplanUseCases regioplannen, ApprovalUseCases approvals, Desk desk) {
        this.regioplannen = regioplannen;
        this.approvals = approvals;
        this.desk = desk;
    }

    @POST
    @Path("/regioplannen")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Begin a regioplan for regions of your RHO",
            description = "D3. Role: rho, of the plan's RHO. A region has one regioplan; what it says stands in its"
                    + " versions.")
    @Answers(
            invalid = "A field is malformed, or a region is not the RHO's; all are named",
            conflict = "A region has a regioplan already, or the key came before")
    public RestResponse<RegioplanResponse> createRegioplan(@NotNull @Valid RegioplanRequest request) {
        desk.actForRho(request.rho());
        return desk.created(
                RegioplanResponse.class,
                () -> new RegioplanResponse(
                        regioplannen.create(request.rho(), request.title(), request.regions(), desk.actor())),
                made -> "/regioplannen/" + made.plan().id());
    }

    @GET
    @Path("/regioplannen")
    @RolesAllowed({
        Roles.RHO,
        Roles.INSURER,
        Roles.INSURER_APPROVER,
        Roles.PRACTICE,
        Roles.SIGNATORY,
        Roles.AUDITOR,
        Roles.SERVICE
    })
    @Operation(
            summary = "The regioplannen that you may see",
            description = "D3, D6. Oldest first. Roles: rho (its own), insurer, insurer-approver and auditor (those on"
                    + " which the insurer decides or decided, and all with an approved version), practice and signatory"
                    + " (those of their regions with an approved version), service.")
    public RestResponse<List<RegioplanResponse>> listRegioplannen(
            @QueryParam("region") String region, @Valid @BeanParam PageParameters page) {
        return page.answer(regioplannen.plans(region, desk.visibility(), page.request()), RegioplanResponse::new);
    }

    @GET
    @Path("/regioplannen/{id}")
    @RolesAllowed({
        Roles.RHO,
        Roles.INSURER,
        Roles.INSURER_APPROVER,
        Roles.PRACTICE,
        Roles.SIGNATORY,
        Roles.AUDITOR,
        Roles.SERVICE
    })
    @Operation(
            summary = "A regioplan",
            description =
                    "D3, D6. Roles: rho, insurer, insurer-approver, practice, signatory, auditor, service; what you may"
                            + " not see is 404.")
    public RegioplanResponse getRegioplan(@PathParam("id") UUID id) {
        return new RegioplanResponse(regioplannen.plan(id, desk.visibility()));
    }

    @POST
    @Path("/regioplannen/external-approvals")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Push a regioplan that was agreed elsewhere, with the evidence",
            description = "D7. Role: rho, of the plan's RHO (an RHO portal's system too). The minimum of D3 and the"
                    + " commitment of D6 hold as well. Each preferent insurer's approval must be among the evidence;"
                    + " the version is APPROVED once each has confirmed it. With `regioplanId` it is a new version of"
                    + " that plan.")
    @Answers(
            done = "The version, SUBMITTED, waiting for the confirmations",
            invalid = "A field is malformed, D3 is not met, or evidence is missing",
            missing = "No regioplan of yours has this id",
            conflict = "A region has a regioplan already or no preferent insurer, or a version is under decision")
    public RestResponse<VersionResponse> pushApprovedRegioplan(@NotNull @Valid ExternalApprovalRequest request) {
        desk.actForRho(request.rho());
        return VersionResponse.recorded(
                desk, () -> approvals.push(request.toDomain(), desk.visibility(), desk.actor()));
    }

    @GET
    @Path("/regioplannen/{id}/differences")
    @Tag(name = "Regioplan versions", description = "What a regioplan says")
    @Operation(
            summary = "What changed from one version of a regioplan to another",
            description = "D3, D4, D6. Roles: rho, insurer, insurer-approver, auditor, service; both versions must be"
                    + " yours to see. RHO, regions and title belong to the plan and do not change.")
    @Answers(done = "The changes, by what changed")
    public DifferencesResponse compareRegioplanVersions(
            @PathParam("id") UUID id,
            @QueryParam("from") @NotNull @Min(1) Integer from,
            @QueryParam("to") @NotNull @Min(1) Integer to) {
        return DifferencesResponse.of(from, to, regioplannen.differences(id, from, to, desk.visibility()));
    }

    @GET
    @Path("/regioplan-versions")
    @Tag(name = "Regioplan oversight", description = "Where versions stand over all plans, and who owes decisions")
    @Operation(
            summary = "The versions of all regioplannen that you may see",
            description = "D6. Roles: rho (its own), insurer, insurer-approver and auditor (those on which the insurer"
                    + " decides or decided), service. Filters narrow it down together. Oldest first.")
    public RestResponse<List<ListedVersionResponse>> listAllRegioplanVersions(
            @QueryParam("state") VersionState state,
            @QueryParam("rho") String rho,
            @QueryParam("region") String region,
            @QueryParam("awaits") Uzovi awaits,
            @Valid @BeanParam PageParameters page) {
        var versions = regioplannen.versions(state, rho, region, awaits, desk.visibility(), page.request());
        return page.answer(versions, ListedVersionResponse::new);
    }

    @GET
    @Path("/regioplan-deadlines")
    @RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.NATIONAL_DESK, Roles.SERVICE})
    @Tag(name = "Regioplan oversight")
    @Operation(
            summary = "The decisions that insurers owe on regioplannen, or only those overdue",
            description = "D6. Roles: rho (on its plans), insurer, insurer-approver and auditor (the insurer's own),"
                    + " national-desk and service (all). A decision is due a term after the submission, by default 28"
                    + " days, frozen then (a choice: the sources name no term). Overdue stops nothing: the decision"
                    + " may still come. What is due first, first.")
    public RestResponse<List<OwedDecisionResponse>> listRegioplanDeadlines(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("rho") String rho,
            @QueryParam("overdue") @DefaultValue("false") Boolean overdue,
            @Valid @BeanParam PageParameters page) {
        var visibility = desk.has(Roles.NATIONAL_DESK) ? Visibility.EVERYTHING : desk.visibility();
        return page.answer(
                regioplannen.owed(uzovi, rho, overdue, visibility, page.request()), OwedDecisionResponse::of);
    }

    /** A regioplan; what it says stands in its versions. */
    @JsonPropertyOrder({"id", "rho", "title", "regions"})
    public record RegioplanResponse(@JsonUnwrapped Regioplan plan) {}

    /** A version in a list over regioplannen; what has not come yet is null. */
    @JsonPropertyOrder({
        "regioplanId",
        "number",
        "rho",
        "regions",
        "title",
        "state",
        "origin",
        "contentHash",
        "createdAt",
        "submittedAt",
        "decisionDueOn",
        "decidedAt"
    })
    @MayBeNull({"submittedAt", "decisionDueOn", "decidedAt"})
    public record ListedVersionResponse(@JsonUnwrapped ListedVersion version) {}

    /** A regioplan that an RHO begins, without content yet. */
    public record RegioplanRequest(
            @NotBlank @Size(max = 40) @OneLine String rho,
            @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 40) @OneLine String> regions,
            @NotBlank @Size(max = 200) @OneLine String title) {}
}
