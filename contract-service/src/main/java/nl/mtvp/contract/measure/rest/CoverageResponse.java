package nl.mtvp.contract.measure.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.measure.domain.Coverage;
import nl.mtvp.contract.measure.domain.Takings;
import nl.mtvp.contract.measure.domain.Takings.Parts;
import nl.mtvp.contract.measure.domain.TakingsNotAvailable;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.money.Euro;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What a clawback takes, as days and parts by the contract as it stands, and as euros if payment-service tells them. */
@Schema(name = "ClawbackCoverage")
public record CoverageResponse(
        List<QuarterResponse> quarters,
        @Schema(nullable = true, description = "In all; null when the euros are not available") TakesResponse takes,
        @Schema(nullable = true, description = "The moment whose knowledge the euros are of") Instant knownAt,
        @Schema(nullable = true, description = "Why the euros are not available, if they are not")
                String takesNotAvailable) {

    /** What it takes of one quarter. */
    @Schema(name = "ClawbackCoverageQuarter")
    public record QuarterResponse(
            YearQuarter quarter,
            Integer days,
            @Schema(description = "Days on which the contract is in force") Integer inForceDays,
            @Schema(description = "Those of them that are clawed back") Integer clawedBackDays,
            @Schema(examples = "45/92", description = "The part of what the whole quarter pays, exact") String part,
            @Schema(nullable = true) TakesResponse takes) {}

    /** An amount, by who it is taken from. */
    @Schema(name = "ClawbackTakes")
    public record TakesResponse(@Schema(examples = "6146.90") Euro practice, @Schema(examples = "0.00") Euro rho) {

        static TakesResponse of(Parts parts) {
            return new TakesResponse(parts.practice(), parts.rho());
        }
    }

    static CoverageResponse of(Contract contract, Terms.Clawback terms, Supplier<Takings> asked) {
        var coverage = Coverage.of(contract.startsOn(), contract.course().inForceUntil(), terms);
        try {
            var takings = asked.get();
            var quarters = coverage.stream()
                    .map(quarter -> quarter(quarter, takings.of(quarter.quarter())))
                    .toList();
            return new CoverageResponse(quarters, TakesResponse.of(takings.total()), takings.knownAt(), null);
        } catch (TakingsNotAvailable missing) {
            var quarters = coverage.stream()
                    .map(quarter -> quarter(quarter, Optional.empty()))
                    .toList();
            return new CoverageResponse(quarters, null, null, missing.getMessage());
        }
    }

    private static QuarterResponse quarter(Coverage coverage, Optional<Parts> takes) {
        return new QuarterResponse(
                coverage.quarter(),
                coverage.days(),
                coverage.inForceDays(),
                coverage.clawedBackDays(),
                coverage.part(),
                takes.map(TakesResponse::of).orElse(null));
    }
}
