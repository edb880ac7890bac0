package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.plan.regioplan.ApprovalUseCases;
import nl.mtvp.plan.regioplan.ApprovalUseCases.Remark;
import nl.mtvp.plan.regioplan.ApprovalUseCases.Word;
import nl.mtvp.plan.regioplan.RegioplanUseCases;
import nl.mtvp.plan.regioplan.domain.Comment;
import nl.mtvp.plan.regioplan.domain.Comment.Subject;
import nl.mtvp.plan.regioplan.domain.PlanVersion.Origin;
import nl.mtvp.plan.regioplan.domain.PlanVersion.VersionSummary;
import nl.mtvp.plan.regioplan.domain.Verdict;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/regioplannen/{id}/versions")
@Tag(name = "Regioplan versions", description = "What a regioplan says")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR, Roles.SERVICE})
public class VersionResource {

    private final RegioplanUseCases regioplannen;
    private final ApprovalUseCases approvals;
    private final Desk desk;

    VersionResource(RegioplanUseCases regioplannen, ApprovalUseCases approvals, Desk desk) {
        this.regioplannen = regioplannen;
        this.approvals = approvals;
        this.desk = desk;
    }

    @POST
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Write a version of your regioplan",
            description =
                    "D3, D4, D6, D49. Role: rho, of the plan's RHO. It begins as DRAFT; every edit is a new version."
                            + " What D4 prefers may be told as text, in lists, or both; `checklist` names what is missing."
                            + " `rhoShare` is the ground of a share of the tariff for the RHO.")
    @Answers(
            invalid = "An intervention is unknown, not usable yet or doubled, or a field"
                    + " is malformed; all are named")
    public RestResponse<VersionResponse> addRegioplanVersion(
            @PathParam("id") UUID id, @NotNull @Valid VersionRequest request) {
        var plan = regioplannen.plan(id, desk.visibility());
        desk.actForRho(plan.rho());
        var lines = SelectionRequest.toDomain(request.interventions());
        return VersionResponse.recorded(
                desk, () -> regioplannen.addVersion(plan, Origin.AUTHORED, lines, request.toDomain(), desk.actor()));
    }

    @GET
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
            summary = "The versions of a regioplan that you may see",
            description = "D6. By number. Roles: rho (all of its own), insurer, insurer-approver and auditor (those on"
                    + " which the insurer decides or decided, and the approved ones), practice and signatory (the approved"
                    + " ones), service.")
    public RestResponse<List<VersionSummaryResponse>> listRegioplanVersions(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(regioplannen.versions(id, desk.visibility(), page.request()), VersionSummaryResponse::new);
    }

    @GET
    @Path("/{number}")
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
            summary = "A version of a regioplan with its decisions",
            description = "D3, D4, D6, D7. An approved version, and one that was, is for every insurer and for the"
                    + " practices and signatories of its regions too. `checklist` names each item that D4 prefers, whether it is there, and else"
                    + " what would mend it; it blocks nothing.")
    public VersionResponse getRegioplanVersion(@PathParam("id") UUID id, @PathParam("number") @Min(1) Integer number) {
        return VersionResponse.of(regioplannen.version(id, number, desk.visibility()));
    }

    @POST
    @Path("/{number}/submissions")
    @Tag(name = "Regioplan approval", description = "The way of a version from its submission to its approval")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Submit a version to the preferent insurers",
            description =
                    "D3, D6. Role: rho, of the plan's RHO. Every shortfall of the minimum is named per kernelement."
                            + " The RHO affirms its own commitment to the leidraad. The regions' preferent insurers are frozen"
                            + " and decide by `decisionDueOn`. `checklist` names what D4 prefers and is missing.")
    @Answers(
            done = "SUBMITTED",
            invalid = "D3 is not met, or the commitment is missing; all is named",
            conflict = "Not a draft, not the newest version, another one is under decision, or a region has no"
                    + " preferent insurer")
    public RestResponse<VersionResponse> submitRegioplanVersion(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @NotNull @Valid SubmissionRequest request) {
        desk.actForRho(regioplannen.plan(id, desk.visibility()).rho());
        return VersionResponse.recorded(
                desk, () -> approvals.submit(id, number, request.commitsToLeidraad(), desk.visibility(), desk.actor()));
    }

    @POST
    @Path("/{number}/withdrawals")
    @Tag(name = "Regioplan approval")
    @RolesAllowed(Roles.RHO)
    @Operation(
            summary = "Take back a version that is under decision",
            description =
                    "D6. Role: rho, of the plan's RHO. Until it is decided; what insurers decided on it so far can"
                            + " still be read. It is final: what is submitted instead is a new version.")
    @Answers(done = "WITHDRAWN", conflict = "Not under decision, or not any more")
    public RestResponse<VersionResponse> withdrawRegioplanVersion(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @NotNull @Valid RegioplanWithdrawalRequest request) {
        desk.actForRho(regioplannen.plan(id, desk.visibility()).rho());
        return VersionResponse.recorded(
                desk, () -> approvals.withdraw(id, number, request.reason(), desk.visibility(), desk.actor()));
    }

    @POST
    @Path("/{number}/decisions")
    @Tag(name = "Regioplan approval")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Decide on a submitted version for your insurer",
            description =
                    "D6. Role: insurer-approver, a person, of a preferent insurer as frozen at the submission. Bound"
                            + " to the content's hash; each insurer decides once; all must approve, and one that does not"
                            + " suffices. Who wrote or submitted the version never decides. Anything but an approval needs a"
                            + " comment.")
    @Answers(
            done = "As decided so far",
            invalid = "A field is malformed, or the comment is missing",
            forbidden = "No person, not your insurer, not preferent, or the maker",
            conflict = "Another content, decided before, or not under decision")
    public RestResponse<VersionResponse> decideOnRegioplanVersion(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @NotNull @Valid DecisionRequest request) {
        desk.actFor(request.uzovi());
        var word = new Word(
                Origin.AUTHORED, request.uzovi(), request.decision(), request.comment(), request.contentHash());
        return say(id, number, word);
    }

    @POST
    @Path("/{number}/confirmations")
    @Tag(name = "Regioplan approval")
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Confirm that your insurer approved a pushed version elsewhere",
            description =
                    "D7. Role: insurer-approver, a person, of a preferent insurer as frozen at the push. Whoever does"
                            + " not agree decides through `/decisions` instead.")
    @Answers(
            done = "APPROVED once each preferent insurer has confirmed",
            forbidden = "No person, not your insurer, not preferent, or the maker",
            conflict = "Another content, confirmed before, or no pushed version")
    public RestResponse<VersionResponse> confirmPushedRegioplanVersion(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @NotNull @Valid ConfirmationRequest request) {
        desk.actFor(request.uzovi());
        return say(id, number, new Word(Origin.PUSHED, request.uzovi(), Verdict.APPROVED, null, request.contentHash()));
    }

    @POST
    @Path("/{number}/comments")
    @Tag(name = "Regioplan comments", description = "What RHO and insurers say about a version")
    @RolesAllowed({Roles.RHO, Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            summary = "Say something about a version",
            description = "D6. Roles: rho, of the plan's RHO; insurer and insurer-approver, of a preferent insurer as"
                    + " frozen at the submission, naming it. What is said is not changed; it decides nothing.")
    @Answers(forbidden = "Not your insurer or RHO, or an insurer that is not preferent")
    public RestResponse<CommentResponse> commentOnRegioplanVersion(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @NotNull @Valid CommentRequest request) {
        if (request.uzovi() == null) {
            desk.actForRho(regioplannen.plan(id, desk.visibility()).rho());
        } else {
            desk.actFor(request.uzovi());
        }
        return desk.created(CommentResponse.class, () -> {
            var remark = new Remark(request.uzovi(), request.subject(), request.text());
            return new CommentResponse(approvals.comment(id, number, remark, desk.visibility(), desk.actor()));
        });
    }

    @GET
    @Path("/{number}/comments")
    @Tag(name = "Regioplan comments")
    @Operation(
            summary = "What was said about a version",
            description = "D6. In the order in which it was said. Roles: rho, insurer, insurer-approver, auditor,"
                    + " service, as far as they see the version.")
    public RestResponse<List<CommentResponse>> listRegioplanComments(
            @PathParam("id") UUID id,
            @PathParam("number") @Min(1) Integer number,
            @Valid @BeanParam PageParameters page) {
        return page.answer(approvals.comments(id, number, desk.visibility(), page.request()), CommentResponse::new);
    }

    private RestResponse<VersionResponse> say(UUID id, int number, Word word) {
        var person = desk.person();
        return VersionResponse.recorded(desk, () -> approvals.decide(id, number, word, desk.visibility(), person));
    }

    /** A version in a list. */
    @JsonPropertyOrder({"number", "state", "origin", "contentHash"})
    public record VersionSummaryResponse(@JsonUnwrapped VersionSummary version) {}

    /** A submission, with which the RHO commits itself to the leidraad. */
    public record SubmissionRequest(@NotNull Boolean commitsToLeidraad) {}

    /** An insurer's confirmation that it approved the pushed content with this hash elsewhere. */
    public record ConfirmationRequest(
            @NotNull Uzovi uzovi,
            @NotNull @Pattern(regexp = DecisionRequest.HASH, message = DecisionRequest.HASH_RULE) String contentHash) {}

    /** Why a version is taken back. */
    public record RegioplanWithdrawalRequest(@NotBlank @Size(max = 4_000) String reason) {}

    /**
     * What you say about a version.
     *
     * @param uzovi the insurer for which you speak; left away by the RHO
     * @param subject what it is about; left away for the whole
     */
    public record CommentRequest(Uzovi uzovi, Subject subject, @NotBlank @Size(max = 4_000) String text) {}

    /** What was said about a version: by an insurer or, without one, by the RHO; without a subject about the whole. */
    @JsonPropertyOrder({"id", "uzovi", "subject", "text", "writtenAt"})
    @MayBeNull({"subject", "uzovi"})
    public record CommentResponse(@JsonUnwrapped Comment comment) {}
}
