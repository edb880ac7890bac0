package nl.mtvp.payment.run.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.description.Answers;
import nl.mtvp.payment.run.ComputationUseCases;
import nl.mtvp.payment.run.ComputationUseCases.Preview;
import nl.mtvp.payment.run.domain.Computation.ComputationState;
import nl.mtvp.payment.run.rest.RunResource.RunRequest;
import nl.mtvp.payment.run.rest.RunResponse.Progress;
import nl.mtvp.payment.run.rest.RunResponse.QuarterTotal;
import nl.mtvp.payment.run.rest.RunResponse.Total;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.threeten.extra.YearQuarter;

/** Previews of payment runs over HTTP (D46, P7). */
@Path("/payment-run-previews")
@Tag(name = "Payment runs")
public class PreviewResource {

    private final ComputationUseCases previews;
    private final Desk desk;

    PreviewResource(ComputationUseCases previews, Desk desk) {
        this.previews = previews;
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            summary = "Compute what a run would come to, without making one",
            description = "D43-D46. The same computation as a run's: totals and proposal hash are those of a run over"
                    + " the same facts. No line is kept, and an open run is not in its way. It is COMPUTING, and"
                    + " COMPUTED by itself: poll it.")
    @Answers(
            done = "Being computed, with its cut-off fixed",
            conflict = "A quarter before the last posted run's, or a peildatum in the future")
    public RestResponse<PreviewResponse> makePreview(@NotNull @Valid RunRequest request) {
        desk.actFor(request.uzovi());
        var answered = desk.created(
                PreviewResponse.class,
                () -> PreviewResponse.of(previews.preview(request.uzovi(), request.quarter(), desk.actor())),
                made -> "/payment-run-previews/" + made.id());
        previews.lookForWork();
        return answered;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.INSURER, Roles.INSURER_APPROVER, Roles.AUDITOR})
    @Operation(summary = "What a run would come to, per quarter and cause", description = "D44-D46.")
    public PreviewResponse getPreview(@PathParam("id") UUID id) {
        return PreviewResponse.of(previews.preview(id, desk.visibility()));
    }

    /** What a run would come to. */
    public record PreviewResponse(
            UUID id,
            Uzovi uzovi,
            YearQuarter quarter,
            ComputationState state,
            Instant cutOffAt,
            @Schema(nullable = true) String proposalHash,
            Progress progress,
            @Schema(nullable = true) Long lines,
            @Schema(nullable = true) Long zeroLines,
            @Schema(nullable = true) Euro total,
            List<Total> totals,
            List<QuarterTotal> totalsPerQuarter,
            Instant madeAt,
            Integer failedAttempts,
            @Schema(nullable = true) String lastFailure) {

        static PreviewResponse of(Preview preview) {
            var computation = preview.computation();
            var totals = Total.of(preview.totals());
            boolean computed = computation.finishedAt() != null;
            return new PreviewResponse(
                    computation.id(),
                    computation.uzovi(),
                    computation.quarter(),
                    computation.state(),
                    computation.cutOff(),
                    computation.proposalHash(),
                    Progress.of(computation),
                    computation.lines(),
                    computation.zeroLines(),
                    computed ? totals.stream().map(Total::amount).reduce(Euro.ZERO, Euro::plus) : null,
                    totals,
                    preview.totals().stream().map(QuarterTotal::of).toList(),
                    computation.asked().at(),
                    computation.attempts(),
                    computation.failure());
        }
    }
}
