package nl.mtvp.payment.run.rest;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.approval.domain.Withdrawal;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.ZeroReason;
import nl.mtvp.payment.entitlement.rest.FactsResponse;
import nl.mtvp.payment.entitlement.rest.FactsResponse.AmountsResponse;
import nl.mtvp.payment.run.ComputationUseCases.Found;
import nl.mtvp.payment.run.RunUseCases.Summary;
import nl.mtvp.payment.run.domain.Comparison.RecomputedDifference;
import nl.mtvp.payment.run.domain.Computation;
import nl.mtvp.payment.run.domain.Computation.ComputationState;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.Proposal.RunTotal;
import nl.mtvp.payment.run.domain.ProposedLine.PaymentLine;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.RunWarning.Acknowledgement;
import nl.mtvp.payment.run.domain.WarningKind;
import nl.mtvp.payment.run.rest.RunResponse.Progress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** A run with what it comes to, in all and per cause and component. */
public record RunResponse(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        RunState state,
        Instant cutOffAt,
        @Schema(nullable = true) String proposalHash,
        @Schema(description = "How far the computation is") Progress progress,
        @Schema(nullable = true) Long lines,
        @Schema(nullable = true) Long zeroLines,
        @Schema(nullable = true) Euro total,
        List<Total> totals,
        @Schema(description = "The same for each quarter that it is about") List<QuarterTotal> totalsPerQuarter,
        String madeBy,
        Instant madeAt,
        @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Instant postedAt,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason,
        @Schema(
                        description = "How often computing or posting failed for a reason of ours; a run that could"
                                + " not be computed the third time is FAILED")
                Integer failedAttempts,
        @Schema(nullable = true) String lastFailure) {

    /** Contracts that are done, of all that there are. */
    @Schema(name = "ComputationProgress")
    public record Progress(Long contracts, Long contractsDone) {

        static Progress of(Computation computation) {
            return new Progress(computation.contracts(), computation.contractsDone());
        }
    }

    /** What the parts of one cause and component come to. */
    @Schema(name = "RunTotal")
    public record Total(Cause cause, Component component, Long parts, Euro amount) {

        private Total plus(Total other) {
            return new Total(cause, component, parts + other.parts, amount.plus(other.amount));
        }

        /** Over all quarters, in the order of causes' names. */
        static List<Total> of(List<RunTotal> totals) {
            var sums = new TreeMap<String, Total>();
            totals.forEach(total -> sums.merge(
                    total.cause() + " " + total.component(),
                    new Total(total.cause(), total.component(), total.parts(), total.amount()),
                    Total::plus));
            return List.copyOf(sums.values());
        }
    }

    /** What the parts about one quarter, of one cause and component, come to. */
    @Schema(name = "RunQuarterTotal")
    public record QuarterTotal(YearQuarter quarter, Cause cause, Component component, Long parts, Euro amount) {

        static QuarterTotal of(RunTotal total) {
            return new QuarterTotal(total.quarter(), total.cause(), total.component(), total.parts(), total.amount());
        }
    }

    static RunResponse of(Summary summary) {
        var run = summary.run();
        var computation = summary.computation();
        var totals = Total.of(summary.totals());
        return new RunResponse(
                run.id(),
                run.uzovi(),
                run.quarter(),
                run.state(),
                run.cutOff(),
                run.proposalHash().orElse(null),
                Progress.of(computation),
                computation.lines(),
                computation.zeroLines(),
                computation.finishedAt() == null
                        ? null
                        : totals.stream().map(Total::amount).reduce(Euro.ZERO, Euro::plus),
                totals,
                summary.totals().stream().map(QuarterTotal::of).toList(),
                run.made().by(),
                run.made().at(),
                run.approved().map(Deed::by).orElse(null),
                run.approved().map(Deed::at).orElse(null),
                run.postedAt().orElse(null),
                run.withdrawn().map(withdrawal -> withdrawal.withdrawn().by()).orElse(null),
                run.withdrawn().map(withdrawal -> withdrawal.withdrawn().at()).orElse(null),
                run.withdrawn().map(Withdrawal::reason).orElse(null),
                computation.attempts() + run.attempts(),
                run.failure() == null ? computation.failure() : run.failure());
    }

    /** A run as a list shows it: what it comes to is read with the run. */
    @Schema(name = "RunListed")
    public record Listed(
            UUID id,
            Uzovi uzovi,
            YearQuarter quarter,
            RunState state,
            Instant madeAt,
            @Schema(nullable = true) Instant postedAt) {

        static Listed of(PaymentRun run) {
            return new Listed(
                    run.id(),
                    run.uzovi(),
                    run.quarter(),
                    run.state(),
                    run.made().at(),
                    run.postedAt().orElse(null));
        }
    }

    /** What somebody has to look at before a run is approved (D46), and who did. */
    public record WarningResponse(
            WarningKind kind,
            @Schema(
                            description = "What it is about: a quarter, a creditor's account, or the id of a mass move",
                            examples = "creditor:3332:agb:01999901")
                    String subject,
            @Schema(nullable = true) Long number,
            @Schema(nullable = true) Euro amount,
            String sentence,
            @Schema(nullable = true) String reason,
            @Schema(nullable = true) String acknowledgedBy,
            @Schema(nullable = true) Instant acknowledgedAt) {

        static WarningResponse of(RunWarning warning) {
            boolean money = warning.kind() == WarningKind.NEGATIVE_CREDITOR;
            return new WarningResponse(
                    warning.kind(),
                    warning.subject(),
                    money ? null : warning.number(),
                    money ? new Euro(warning.number()) : null,
                    warning.sentence(),
                    warning.reason(),
                    warning.acknowledged().map(Deed::by).orElse(null),
                    warning.acknowledged().map(Deed::at).orElse(null));
        }
    }

    /** Who looked at warnings of a proposal, and what they found. */
    @Schema(name = "RunAcknowledgementResponse")
    public record AcknowledgementResponse(
            UUID id,
            UUID runId,
            String proposalHash,
            WarningKind kind,
            @Schema(nullable = true) String subject,
            String reason,
            String acknowledgedBy,
            Instant acknowledgedAt) {

        static AcknowledgementResponse of(Acknowledgement acknowledgement) {
            return new AcknowledgementResponse(
                    acknowledgement.id(),
                    acknowledgement.runId(),
                    acknowledgement.proposalHash(),
                    acknowledgement.kind(),
                    acknowledgement.subject(),
                    acknowledgement.reason(),
                    acknowledgement.acknowledged().by(),
                    acknowledgement.acknowledged().at());
        }
    }

    /** What a run books for a contract and quarter: parts with their causes, or the reason for none (D44, D45). */
    public record LineResponse(
            UUID id,
            UUID contractId,
            Agb agb,
            YearQuarter quarter,
            @Schema(description = "What is due for the contract and quarter in all, from `inputs` (D41)")
                    AmountsResponse due,
            List<PartResponse> parts,
            @Schema(nullable = true) ZeroReason zeroReason,
            FactsResponse inputs,
            @Schema(nullable = true) FactsResponse previousInputs) {

        /** Cents of one cause and component, as an amount in euro. */
        @Schema(name = "LinePart")
        public record PartResponse(Cause cause, Component component, Euro amount) {}

        static LineResponse of(PaymentLine line) {
            return new LineResponse(
                    line.id(),
                    line.contractId(),
                    line.agb(),
                    line.facts().quarter(),
                    AmountsResponse.of(line.due()),
                    line.parts().stream()
                            .map(part -> new PartResponse(part.cause(), part.component(), new Euro(part.cents())))
                            .toList(),
                    line.zeroReason(),
                    FactsResponse.of(line.facts()),
                    line.previous() == null ? null : FactsResponse.of(line.previous()));
        }
    }

    /** What a recomputation of a run came to, beside what was kept. */
    public record RecomputationResponse(
            UUID id,
            UUID runId,
            ComputationState state,
            @Schema(description = "The run's cut-off; facts and ledger are read as known at this moment")
                    Instant cutOffAt,
            Progress progress,
            @Schema(nullable = true) Boolean equal,
            @Schema(description = "The hash of the run's own proposal") String proposalHash,
            @Schema(nullable = true) String recomputedHash,
            @Schema(nullable = true, description = "How many differences there are; null until it is computed")
                    Long differences,
            List<Difference> named,
            Instant madeAt,
            Integer failedAttempts,
            @Schema(nullable = true) String lastFailure) {

        /** A line, the entries booked for it, or the books before it, that are not what they should be. */
        @Schema(name = "RecomputedDifference")
        public record Difference(
                RecomputedDifference.ComparisonKind kind,
                UUID contractId,
                YearQuarter quarter,
                @Schema(nullable = true) String kept,
                @Schema(nullable = true) String recomputed) {

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
            var hash = found.run().proposalHash().orElse(null);
            return new RecomputationResponse(
                    computation.id(),
                    found.run().id(),
                    computation.state(),
                    computation.cutOff(),
                    Progress.of(computation),
                    computed
                            ? computation.differences() == 0
                                    && computation.proposalHash().equals(hash)
                            : null,
                    hash,
                    computation.proposalHash(),
                    computation.differences(),
                    found.differences().stream().map(Difference::of).toList(),
                    computation.asked().at(),
                    computation.attempts(),
                    computation.failure());
        }
    }
}
