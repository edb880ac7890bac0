package nl.mtvp.contract.compliance.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.compliance.domain.Decision;
import nl.mtvp.contract.compliance.domain.Hearing;
import nl.mtvp.contract.compliance.domain.Outcome;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.domain.ReviewState;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.compliance.domain.Verdict;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.contract.measure.rest.ClawbackRequest;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.SuiteClock;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent about reviews; reviews and samples as they are shown. People are shown as the token's {@code sub}. */
final class ReviewBodies {

    private ReviewBodies() {}

    /** The reviews of an insurer and year are to be made. */
    public record ReviewsRequest(@NotNull Uzovi uzovi, @NotNull @Min(1) @Max(2) Integer year) {}

    /** A sample is to be drawn. */
    public record SampleRequest(
            @NotNull Uzovi uzovi,
            @NotNull @Min(1) @Max(2) Integer year,
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
            @NotNull @Schema(examples = "2023-11-15") @SchemeTime LocalDate clawedBackUntil,
            @NotNull
                    @Pattern(regexp = ClawbackRequest.PERCENTAGE, message = Percentage.RULE)
                    @Schema(examples = "33.33")
                    String percentage,
            @NotBlank @Size(max = 4_000) String grounds) {

        Verdict.Claim toDomain() {
            var part = new Percentage(percentage);
            return new Verdict.Claim(new Terms.Clawback(clawedBackFrom, clawedBackUntil, part), grounds);
        }
    }

    /** How many reviews were made. */
    @Schema(name = "ReviewsMade")
    public record ReviewsMade(Uzovi uzovi, Integer year, Integer made) {}

    /** A review with what was said and decided. */
    @Schema(name = "ComplianceReview")
    public record ReviewResponse(
            UUID id,
            UUID contractId,
            Uzovi uzovi,
            Agb agb,
            Integer year,
            ReviewState state,
            String madeBy,
            Instant madeAt,
            @Schema(nullable = true) HearingResponse hearing,
            List<AnswerResponse> answers,
            List<DecisionResponse> decisions) {

        static ReviewResponse of(Review review) {
            return new ReviewResponse(
                    review.id(),
                    review.contractId(),
                    review.uzovi(),
                    review.agb(),
                    review.year(),
                    review.state(),
                    review.made().subject(),
                    review.made().at(),
                    review.hearing().map(HearingResponse::of).orElse(null),
                    review.answers().stream().map(AnswerResponse::of).toList(),
                    review.decisions().stream().map(DecisionResponse::of).toList());
        }
    }

    /** A review, and beside it what the practice did, as plan-service tells it now. */
    @Schema(name = "ComplianceReviewWithPicture")
    public record ReviewWithPicture(
            ReviewResponse review,
            @Schema(
                            nullable = true,
                            type = SchemaType.OBJECT,
                            description = "Plan-service's compliance picture (D8-D12), live; null when not available")
                    Object picture,
            @Schema(nullable = true, description = "Why the picture is not available; null when it is")
                    String pictureNotAvailable) {}

    /** A hearing. */
    @Schema(name = "ComplianceHearing")
    public record HearingResponse(
            LocalDate openedOn,
            @Schema(description = "The first day on which a breach can be found without an answer") LocalDate endsOn,
            String grounds,
            String openedBy,
            Instant openedAt) {

        static HearingResponse of(Hearing hearing) {
            return new HearingResponse(
                    hearing.openedOn(),
                    hearing.endsOn(),
                    hearing.grounds(),
                    hearing.opened().subject(),
                    hearing.opened().at());
        }
    }

    /** An answer of the practice. */
    @Schema(name = "ComplianceAnswer")
    public record AnswerResponse(UUID id, String text, String givenBy, Instant givenAt) {

        static AnswerResponse of(Answer answer) {
            return new AnswerResponse(
                    answer.id(),
                    answer.text(),
                    answer.given().subject(),
                    answer.given().at());
        }
    }

    /** A decision with the facts that it was taken on. */
    @Schema(name = "ComplianceDecision")
    public record DecisionResponse(
            Outcome outcome,
            String grounds,
            @Schema(nullable = true) LocalDate remedyUntil,
            @Schema(nullable = true) UUID stopId,
            @Schema(nullable = true) UUID clawbackId,
            String decidedBy,
            Instant decidedAt,
            String digest,
            @Schema(
                            type = SchemaType.OBJECT,
                            description = "The review, the verdict and the practice's picture, frozen as they were")
                    Object document) {

        static DecisionResponse of(Decision decision) {
            return new DecisionResponse(
                    decision.outcome(),
                    decision.grounds(),
                    decision.remedyUntil().orElse(null),
                    decision.stopId().orElse(null),
                    decision.clawbackId().orElse(null),
                    decision.decided().subject(),
                    decision.decided().at(),
                    decision.frozen().digest(),
                    CanonicalJson.read(decision.frozen().bytes()));
        }
    }

    /** A sample. */
    @Schema(name = "ComplianceSample")
    public record SampleResponse(
            UUID id,
            Uzovi uzovi,
            Integer year,
            Integer size,
            @Schema(description = "32 bytes in hexadecimal; docs/canonical-forms.md tells how to draw again")
                    String seed,
            @Schema(
                            description =
                                    "The contracts with a review of the year when it was drawn, in the order of their ids")
                    List<UUID> population,
            @Schema(description = "The contracts drawn, in their order") List<UUID> contractIds,
            String drawnBy,
            Instant drawnAt) {

        static SampleResponse of(Sample sample) {
            return new SampleResponse(
                    sample.id(),
                    sample.uzovi(),
                    sample.year(),
                    sample.size(),
                    sample.seed(),
                    sample.population(),
                    sample.members(),
                    sample.drawn().subject(),
                    sample.drawn().at());
        }
    }
}
