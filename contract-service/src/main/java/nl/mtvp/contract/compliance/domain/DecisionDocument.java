package nl.mtvp.contract.compliance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Takings;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * What a decision freezes (D33): the review with what both sides said, the verdict, and the practice's picture as
 * plan-service told it. Its canonical JSON is hashed. Its property names are part of the evidence.
 *
 * @param picture plan-service's answer, whole
 */
public record DecisionDocument(
        UUID reviewId,
        UUID contractId,
        Uzovi uzovi,
        Agb agb,
        int year,
        Hearing hearing,
        List<Answer> answers,
        Outcome outcome,
        String grounds,
        LocalDate remedyUntil,
        LocalDate stoppedFrom,
        Claimed clawback,
        Object picture,
        Signature decided) {

    /** Money to be taken back, with what that takes as payment-service told it before the decision (D34). */
    public record Claimed(
            LocalDate clawedBackFrom, LocalDate clawedBackUntil, String percentage, String grounds, Takings takes) {

        static Claimed of(Verdict.Claim claim, Takings takes) {
            var terms = claim.terms();
            return new Claimed(
                    terms.clawedBackFrom(),
                    terms.clawedBackUntil(),
                    terms.percentage().toString(),
                    claim.grounds(),
                    takes);
        }
    }

    public static DecisionDocument of(
            Review review, Verdict verdict, Object picture, Optional<Takings> takes, Signature decided) {
        return new DecisionDocument(
                review.id(),
                review.contractId(),
                review.uzovi(),
                review.agb(),
                review.year(),
                review.hearing().orElse(null),
                review.answers(),
                verdict.outcome(),
                verdict.grounds(),
                verdict.remedyUntil().orElse(null),
                verdict.stoppedFrom().orElse(null),
                verdict.clawback()
                        .map(claim -> Claimed.of(claim, takes.orElseThrow()))
                        .orElse(null),
                picture,
                decided);
    }
}
