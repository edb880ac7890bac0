package nl.mtvp.payment.run.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.payment.run.ComputationUseCases.Found;
import nl.mtvp.payment.run.domain.Comparison.RecomputedDifference;
import nl.mtvp.payment.run.domain.Computation.ComputationState;
import nl.mtvp.payment.run.rest.RunResponse.Progress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What a recomputation of a run came to, beside what was kept. */
public record RecomputationResponse(
        UUID id,
        UUID runId,
        ComputationState state,
        @Schema(description = "The facts and the ledger are read as known at this moment: the run's cut-off")
                Instant cutOffAt,
        Progress progress,
        @Schema(nullable = true, description = "Null until it is computed") Boolean equal,
        @Schema(description = "The run's own") String proposalHash,
        @Schema(nullable = true) String recomputedHash,
        @Schema(nullable = true, description = "How many differences there are") Long differences,
        @Schema(description = "At most 1,000 of them") List<Difference> named,
        Instant madeAt,
        @Schema(description = "How often computing failed for a reason of ours; after the third time it is FAILED")
                Integer failedAttempts,
        @Schema(nullable = true, description = "What went wrong the last time") String lastFailure) {

    /** A line, the entries booked for it, or the books before it, that are not what they should be. */
    @Schema(name = "RecomputedDifference")
    public record Difference(
            RecomputedDifference.Kind kind,
            UUID contractId,
            YearQuarter quarter,
            @Schema(nullable = true, description = "Null when nothing was kept") String kept,
            @Schema(nullable = true, description = "Null when there should be nothing") String recomputed) {

        static Difference of(RecomputedDifference difference) {
            return new Difference(
                    difference.kind(),
                    difference.contractId(),
                    difference.quarter(),
                    difference.kept(),
                    difference.recomputed());
        }
    }

    static RecomputationResponse of(Found found) {
        var computation = found.computation();
        boolean computed = computation.finishedAt() != null;
        return new RecomputationResponse(
                computation.id(),
                found.run().id(),
                computation.state(),
                computation.cutOff(),
                Progress.of(computation),
                computed
                        ? computation.differences() == 0
                                && computation.proposalHash().equals(found.run().proposalHash())
                        : null,
                found.run().proposalHash(),
                computation.proposalHash(),
                computation.differences(),
                found.differences().stream().map(Difference::of).toList(),
                computation.askedAt(),
                computation.attempts(),
                computation.failure());
    }
}
