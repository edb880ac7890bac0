package nl.mtvp.contract.compliance.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.compliance.domain.Outcome;
import nl.mtvp.contract.compliance.domain.Verdict;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.contract.measure.rest.ClawbackRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.Foreseen;
import nl.mtvp.kernel.rest.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent about reviews. */
final class ReviewRequests {

    private ReviewRequests() {}

    /** The reviews of an insurer and year are to be made. */
    public record ReviewsRequest(
            @NotNull Uzovi uzovi,
            @NotNull @Min(1) @Max(2) @Schema(description = "The year of the growth model (D8, D9)") Integer year) {}

    /** A sample is to be drawn. */
    public record SampleRequest(
            @NotNull Uzovi uzovi,
            @NotNull @Min(1) @Max(2) @Schema(description = "The year of the growth model (D8, D9)") Integer year,
            @NotNull @Min(1) @Max(1_000) @Schema(examples = "25") Integer size) {}

    /** The practice is to be heard. */
    public record HearingRequest(
            @NotBlank @Size(max = 4_000) @Schema(examples = "no intervisie was attended in year 1") String grounds) {}

    /** What the practice says. */
    public record AnswerRequest(@NotBlank @Size(max = 20_000) String text) {}

    /** A decision. */
    public record DecisionRequest(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 4_000) String grounds,
            @Schema(nullable = true, description = "With REMEDY: the first day on which it may be judged") @SchemeTime
                    LocalDate remedyUntil,
            @Schema(nullable = true, description = "With BREACH: the first day on which the contract is not in force")
                    @SchemeTime
                    LocalDate stoppedFrom,
            @Valid @Schema(nullable = true, description = "With BREACH, where money was used unlawfully (D34)")
                    ClaimRequest clawback)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            var today = SuiteClock.day(now);
            var faults = new ArrayList<>(Verdict.foreseen(outcome, remedyUntil, stoppedFrom, clawback != null, today));
            if (clawback != null) {
                ClawbackRequest.foreseen(clawback.clawedBackFrom, clawback.clawedBackUntil, today).stream()
                        .map(Verdict::inClawback)
                        .forEach(faults::add);
            }
            return faults;
        }

        Verdict toDomain() {
            return new Verdict(
                    outcome,
                    grounds,
                    Optional.ofNullable(remedyUntil),
                    Optional.ofNullable(stoppedFrom),
                    Optional.ofNullable(clawback).map(ClaimRequest::toDomain));
        }
    }

    /** Money to be taken back over a period. */
    public record ClaimRequest(
            @NotNull @Schema(examples = "2023-10-01") @SchemeTime LocalDate clawedBackFrom,
            @NotNull @Schema(examples = "2023-11-15", description = "Exclusive") @SchemeTime LocalDate clawedBackUntil,
            @NotNull
                    @Pattern(regexp = ClawbackRequest.PERCENTAGE, message = Percentage.RULE)
                    @Schema(examples = "33.33")
                    String percentage,
            @NotBlank @Size(max = 4_000) String grounds) {

        Verdict.Claim toDomain() {
            var share = new Percentage(new BigDecimal(percentage));
            return new Verdict.Claim(new Terms.Clawback(clawedBackFrom, clawedBackUntil, share), grounds);
        }
    }
}
