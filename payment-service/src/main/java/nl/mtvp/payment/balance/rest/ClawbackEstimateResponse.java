package nl.mtvp.payment.balance.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.balance.BalanceUseCases.Estimated;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.entitlement.domain.ClawbackEstimate.Taken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/**
 * What a clawback would take (D34): {@code {"contractId", "uzovi", "quarters": [{"quarter": "2023-Q4", "dueNow":
 * {"practice", "rho"}, "dueWith": {"practice", "rho"}, "takes": {"practice", "rho"}}], "total": {"practice", "rho"},
 * "knownAt"}}. Contract-service shows it before a clawback is decided.
 */
public record ClawbackEstimateResponse(
        UUID contractId,
        Uzovi uzovi,
        @Schema(description = "The quarters that the clawback changes and whose peildatum has come, in their order")
                List<QuarterResponse> quarters,
        @Schema(description = "What it takes from all of them, in euro") TakenResponse total,
        @Schema(description = "Everything recorded here up to this moment counts") Instant knownAt) {

    /** A quarter that it changes. */
    @Schema(name = "EstimatedQuarter")
    public record QuarterResponse(
            YearQuarter quarter, TakenResponse dueNow, TakenResponse dueWith, TakenResponse takes) {

        static QuarterResponse of(Taken taken) {
            return new QuarterResponse(
                    taken.quarter(),
                    TakenResponse.of(taken.dueNow()),
                    TakenResponse.of(taken.dueWith()),
                    TakenResponse.of(taken.takes()));
        }
    }

    /** The part of the practice and that of its RHO. */
    @Schema(name = "PracticeAndRho")
    public record TakenResponse(Euro practice, Euro rho) {

        static TakenResponse of(Amounts amounts) {
            return new TakenResponse(new Euro(amounts.practiceCents()), new Euro(amounts.rhoCents()));
        }
    }

    static ClawbackEstimateResponse of(Estimated estimated) {
        return new ClawbackEstimateResponse(
                estimated.contractId(),
                estimated.uzovi(),
                estimated.estimate().quarters().stream()
                        .map(QuarterResponse::of)
                        .toList(),
                TakenResponse.of(estimated.estimate().total()),
                estimated.knownAt());
    }
}
