package nl.mtvp.payment.run.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.run.ComputationUseCases.Preview;
import nl.mtvp.payment.run.domain.Computation.ComputationState;
import nl.mtvp.payment.run.rest.RunResponse.Progress;
import nl.mtvp.payment.run.rest.RunResponse.QuarterTotal;
import nl.mtvp.payment.run.rest.RunResponse.Total;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What a run would come to. */
public record PreviewResponse(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        ComputationState state,
        @Schema(description = "Facts recorded up to this moment are in it") Instant cutOffAt,
        @Schema(nullable = true, description = "Of a run over the same facts it is the same (D46)") String proposalHash,
        Progress progress,
        @Schema(nullable = true) Long lines,
        @Schema(nullable = true) Long zeroLines,
        @Schema(nullable = true) Euro total,
        List<Total> totals,
        List<QuarterTotal> totalsPerQuarter,
        Instant madeAt,
        @Schema(description = "How often computing failed for a reason of ours; after the third time it is FAILED")
                Integer failedAttempts,
        @Schema(nullable = true, description = "What went wrong the last time") String lastFailure) {

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
                computation.askedAt(),
                computation.attempts(),
                computation.failure());
    }
}
