package nl.mtvp.payment.run.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import nl.mtvp.payment.run.ComputationUseCases;
import nl.mtvp.payment.run.RunUseCases;
import nl.mtvp.payment.run.RunUseCases.Summary;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.WarningKind;
import nl.mtvp.payment.run.rest.RunResponse.AcknowledgementResponse;
import nl.mtvp.payment.run.rest.RunResponse.LineResponse;
import nl.mtvp.payment.run.rest.RunResponse.RecomputationResponse;
import nl.mtvp.payment.run.rest.RunResponse.WarningResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** Payment runs over HTTP (D43-D46). */
@Path("/payment-runs")
@Tag(
        name = "Payment runs",
        description = "What is due minus what is booked, with a cause for each difference (D43-D46)")
public class RunResource {

    private final RunUseCases runs;
    private final ComputationUseCases computations;
    private final Desk desk;

    RunResource(RunUseCases runs, ComputationUseCases computations, Desk desk) {
        this.runs = runs;
        this.computations = computations;
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Compute what is to be booked, up to a quarter",
            description = "D43-D46. Over the facts recorded up to now, with all corrections of earlier quarters;"
                    + " nothing is booked yet. The run is COMPUTING, and becomes a DRAFT by itself: poll it, it tells"
                    + " how far it is. An insurer has one open run at a time.")
    @Answers(
            done = "Being computed, with its cut-off fixed",
            conflict = "An open run, a quarter before the last posted run's, or a peildatum in the future")
    public RestResponse<RunResponse> makeRun(@NotNull @Valid RunRequest request) {
        desk.actFor(request.uzovi());
        return once(() -> runs.make(request.uzovi(), request.quarter(), desk.actor()));
    }

    @POST
    @Path("/{id}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER_APPROVER)
    @Operation(
            summary = "Approve a run's proposal",
            description =
                    "D46. Role: insurer-approver, a person, another one than who made the run. Names the hash of the"
                            + " proposal that was read. D40: refused while a line's practice has a mass move in the line's"
                            + " quarter that is not acknowledged; errors names them. Posting follows by itself: poll the"
                            + " run until it is POSTED.")
    @Answers(
            conflict = "Another hash, a fact recorded after the cut-off, a mass move that nobody acknowledged, or not a"
                    + " draft any more")
    public RestResponse<RunResponse> approveRun(@PathParam("id") UUID id, @NotNull @Valid RunApprovalRequest request) {
        var approver = desk.person();
        return once(() -> runs.approve(id, request.proposalHash(), desk.visibility(), approver));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(summary = "Withdraw a run that is not posted", description = "D46. The proposal stays readable.")
    @Answers(conflict = "It is posted or withdrawn already")
    public RestResponse<RunResponse> withdrawRun(
            @PathParam("id") UUID id, @NotNull @Valid RunWithdrawalRequest request) {
        return once(() -> runs.withdraw(id, request.reason(), desk.visibility(), desk.actor()));
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "The runs that you may see", description = "D46. In the order in which they were made.")
    public RestResponse<List<RunResponse.Listed>> listRuns(
            @QueryParam("uzovi") Uzovi uzovi,
            @QueryParam("quarter") YearQuarter quarter,
            @QueryParam("state") RunState state,
            @Valid @BeanParam PageParameters page) {
        return page.answer(runs.list(uzovi, quarter, state, desk.visibility(), page.request()), RunResponse.Listed::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "A run with its totals per cause and component", description = "D44-D46.")
    public RunResponse getRun(@PathParam("id") UUID id) {
        return RunResponse.of(runs.get(id, desk.visibility()));
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "A run's lines, with parts and inputs",
            description = "D44, D45. In the order of contract and quarter. Example: Q2 ION_CORRECTION -12 x 2.88 ="
                    + " -34.56.")
    public RestResponse<List<LineResponse>> listLines(@PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(runs.lines(id, desk.visibility(), page.request()), LineResponse::of);
    }

    @GET
    @Path("/{id}/warnings")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(
            summary = "What has to be looked at before a run is approved",
            description = "D37-D40, D46, D50. Contracts in force without a delivery or a tariff, patients whom another"
                    + " insurer delivers too, creditors from whom the run takes money back, and mass moves. In the"
                    + " order of kind and subject.")
    public RestResponse<List<WarningResponse>> listWarnings(
            @PathParam("id") UUID id, @Valid @BeanParam PageParameters page) {
        return page.answer(runs.warnings(id, desk.visibility(), page.request()), WarningResponse::of);
    }

    @POST
    @Path("/{id}/acknowledgements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(
            summary = "Say that warnings of a run were looked at, and what was found",
            description =
                    "D46. Roles: insurer, insurer-approver; a person. One warning, or all of a kind when no subject is"
                            + " named. It is of the proposal that the hash names, and of no other. A mass move is"
                            + " acknowledged by itself (D40).")
    @Answers(
            done = "Acknowledged: they stand in the way of an approval no more",
            conflict = "Another proposal, no such warning, acknowledged already, or not a draft any more")
    public RestResponse<AcknowledgementResponse> acknowledgeWarnings(
            @PathParam("id") UUID id, @NotNull @Valid AcknowledgementRequest request) {
        var person = desk.person();
        return desk.created(
                AcknowledgementResponse.class,
                () -> AcknowledgementResponse.of(runs.acknowledge(
                        id,
                        request.proposalHash(),
                        request.kind(),
                        request.subject(),
                        request.reason(),
                        desk.visibility(),
                        person)));
    }

    @POST
    @Path("/{id}/recomputations")
    @RolesAllowed({Roles.AUDITOR, Roles.INSURER})
    @Operation(
            summary = "Compute a run once more, and compare",
            description = "D43, D46, D48, D54. From the facts and the ledger as known at the run's cut-off, whatever"
                    + " came after it: each line, its entries when it is posted, and the proposal hash are compared"
                    + " with what was kept. It is COMPUTING, and COMPUTED by itself: poll it.")
    @Answers(done = "Being computed", conflict = "The run has no proposal yet, or never had one")
    public RestResponse<RecomputationResponse> recomputeRun(@PathParam("id") UUID id) {
        var answered = desk.created(
                RecomputationResponse.class,
                () -> RecomputationResponse.of(computations.recompute(id, desk.visibility(), desk.actor())),
                made -> "/payment-runs/" + id + "/recomputations/" + made.id());
        computations.lookForWork();
        return answered;
    }

    @GET
    @Path("/{id}/recomputations/{recomputationId}")
    @RolesAllowed({Roles.AUDITOR, Roles.INSURER, Roles.INSURER_APPROVER})
    @Operation(summary = "What computing a run once more came to", description = "D43, D48, D54.")
    public RecomputationResponse getRecomputation(
            @PathParam("id") UUID id, @PathParam("recomputationId") UUID recomputationId) {
        return RecomputationResponse.of(computations.recomputation(id, recomputationId, desk.visibility()));
    }

    private RestResponse<RunResponse> once(Supplier<Summary> effect) {
        var answered = desk.created(
                RunResponse.class, () -> RunResponse.of(effect.get()), made -> "/payment-runs/" + made.id());
        runs.lookForWork();
        return answered;
    }

    /** A run to make: all quarters up to this one. */
    public record RunRequest(@NotNull Uzovi uzovi, @NotNull @SchemeTime YearQuarter quarter) {}

    /** An approval of exactly one proposal. */
    public record RunApprovalRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 is 64 lower-case hexadecimal digits")
                    String proposalHash) {}

    /** Why a run is withdrawn. */
    public record RunWithdrawalRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** What somebody found who looked at warnings of a proposal. */
    @Schema(name = "RunAcknowledgementRequest")
    public record AcknowledgementRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 is 64 lower-case hexadecimal digits")
                    String proposalHash,
            @NotNull WarningKind kind,
            @Size(min = 1, max = 200)
                    @OneLine
                    @Schema(nullable = true, description = "One warning's subject; absent for all of the kind")
                    String subject,
            @NotBlank @Size(max = 2_000) String reason) {}
}
