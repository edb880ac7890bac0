package nl.mtvp.payment.run.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.run.RunUseCases.Summary;
import nl.mtvp.payment.run.domain.PaymentRun;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.RunTotal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** A run with what it comes to, in all and per cause and component. */
public record RunResponse(
        UUID id,
        Uzovi uzovi,
        YearQuarter quarter,
        RunState state,
        @Schema(description = "Facts recorded up to this moment are in it") Instant cutOffAt,
        @Schema(description = "What an approval names: SHA-256 over the proposal's canonical form (D46)")
                String proposalHash,
        Long lines,
        @Schema(description = "Lines of the run's own quarter that book nothing, each with its reason (D45)")
                Long zeroLines,
        Euro total,
        @Schema(description = "Empty when the run proposes nothing") List<Total> totals,
        String madeBy,
        Instant madeAt,
        @Schema(nullable = true) String approvedBy,
        @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Instant postedAt,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason,
        @Schema(description = "How often posting failed for a reason of ours; it is tried again")
                Integer failedAttempts) {

    /** What the parts of one cause and component come to. */
    @Schema(name = "RunTotal")
    public record Total(Cause cause, Component component, Long parts, Euro amount) {

        static Total of(RunTotal total) {
            return new Total(total.cause(), total.component(), total.parts(), total.amount());
        }
    }

    static RunResponse of(Summary summary) {
        var run = summary.run();
        var totals = summary.totals().stream().map(Total::of).toList();
        return new RunResponse(
                run.id(),
                run.uzovi(),
                run.quarter(),
                run.state(),
                run.cutOff(),
                run.proposalHash(),
                summary.lines().lines(),
                summary.lines().zeroLines(),
                totals.stream().map(Total::amount).reduce(Euro.ZERO, Euro::plus),
                totals,
                run.madeBy(),
                run.madeAt(),
                run.approvedBy(),
                run.approvedAt(),
                run.postedAt(),
                run.withdrawnBy(),
                run.withdrawnAt(),
                run.withdrawalReason(),
                run.attempts());
    }

    /** A run as a list shows it: what it comes to is read with the run. */
    @Schema(name = "RunListed")
    public record Listed(UUID id, Uzovi uzovi, YearQuarter quarter, RunState state, Instant madeAt, Instant postedAt) {

        static Listed of(PaymentRun run) {
            return new Listed(run.id(), run.uzovi(), run.quarter(), run.state(), run.madeAt(), run.postedAt());
        }
    }
}
