package nl.mtvp.contract.compliance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Answer;
import nl.mtvp.contract.compliance.domain.Decision;
import nl.mtvp.contract.compliance.domain.Hearing;
import nl.mtvp.contract.compliance.domain.Outcome;
import nl.mtvp.contract.compliance.domain.OwnReview;
import nl.mtvp.contract.compliance.domain.Review;
import nl.mtvp.contract.compliance.domain.StepNotPossible;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;

/** Writes down what is said and decided in reviews; each act is a row that stays. */
@ApplicationScoped
public class ReviewActs {

    private final Sql sql;

    ReviewActs(Sql sql) {
        this.sql = sql;
    }

    /** @throws StepNotPossible if somebody was faster */
    public void addHearing(UUID reviewId, Hearing hearing) {
        Violations.translated(Map.of("compliance_hearing_pkey", StepNotPossible::meanwhile), () -> sql.update(
                        """
                                insert into compliance_hearing (review_id, opened_on, ends_on, grounds, opened_by,
                                    opened_with, opened_at)
                                values (:reviewId, :openedOn, :endsOn, :grounds, :opened.subject, :opened.client,
                                    :opened.at)
                                """)
                .bind("reviewId", reviewId)
                .bindMethods(hearing)
                .execute());
    }

    public void addAnswer(UUID reviewId, Answer answer) {
        sql.update(
                        """
                        insert into compliance_answer (id, review_id, text, given_by, given_with, given_at)
                        values (:id, :reviewId, :text, :given.subject, :given.client, :given.at)
                        """)
                .bind("reviewId", reviewId)
                .bindMethods(answer)
                .execute();
    }

    /**
     * Writes down the review's last decision.
     *
     * @throws OwnReview if who decides made it or opened its hearing
     * @throws StepNotPossible if somebody was faster, or the practice was not heard yet
     */
    public void addDecision(Review decided, LocalDate today) {
        var decision = decided.last().orElseThrow();
        int number = decided.decisions().size();
        var previous = number == 1
                ? Optional.<Outcome>empty()
                : Optional.of(decided.decisions().get(number - 2)).map(Decision::outcome);
        Violations.translated(
                Map.of(
                        "one_decision_per_turn",
                        StepNotPossible::meanwhile,
                        "no_breach_before_the_practice_was_heard",
                        StepNotPossible::meanwhile,
                        "four_eyes_on_a_review",
                        OwnReview::new),
                () -> sql.update(
                                """
                                insert into compliance_decision (review_id, number, outcome, previous_number,
                                    previous_outcome, made_by, opened_by, hearing_ends_on, answer_id, grounds,
                                    remedy_until, stop_id, clawback_id, document, digest, decided_on, decided_by,
                                    decided_with, decided_at)
                                values (:reviewId, :number, :outcome, :previousNumber, :previousOutcome, :madeBy,
                                    :openedBy, :hearingEndsOn, :answerId, :grounds, :remedyUntil, :stopId, :clawbackId,
                                    :document, :digest, :today, :decided.subject, :decided.client, :decided.at)
                                """)
                        .bindMethods(decision)
                        .bind("reviewId", decided.id())
                        .bind("number", number)
                        .bind(
                                "previousNumber",
                                previous.map(before -> number - 1).orElse(null))
                        .bind("previousOutcome", previous.map(Outcome::name).orElse(null))
                        .bind("madeBy", decided.made().subject())
                        .bind(
                                "openedBy",
                                decided.hearing()
                                        .map(hearing -> hearing.opened().subject())
                                        .orElse(null))
                        .bind(
                                "hearingEndsOn",
                                decided.hearing().map(Hearing::endsOn).orElse(null))
                        .bind(
                                "answerId",
                                decided.answers().stream()
                                        .findFirst()
                                        .map(Answer::id)
                                        .orElse(null))
                        .bind("remedyUntil", decision.remedyUntil().orElse(null))
                        .bind("stopId", decision.stopId().orElse(null))
                        .bind("clawbackId", decision.clawbackId().orElse(null))
                        .bind("document", decision.frozen().bytes())
                        .bind(
                                "digest",
                                HexFormat.of().parseHex(decision.frozen().digest()))
                        .bind("today", today)
                        .execute());
    }
}
