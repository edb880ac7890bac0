package nl.mtvp.contract.compliance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.ReviewLife.Standing;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * The yearly look at whether a practice does what it committed to (D33). Choice: the years are those of the growth model
 * (D8, D9), since what is demanded differs between them; a sample (steekproef) is drawn from their reviews.
 *
 * @param year the implementation year, 1 or 2
 */
public record Review(
        UUID id,
        UUID contractId,
        Uzovi uzovi,
        Agb agb,
        int year,
        Signature made,
        Optional<Hearing> hearing,
        List<Answer> answers,
        List<Decision> decisions) {

    public Review {
        Present.all(id, contractId, uzovi, agb, made, hearing);
        answers = List.copyOf(answers);
        decisions = List.copyOf(decisions);
    }

    public ReviewState state() {
        return ReviewLife.state(hearing.isPresent(), last().map(Decision::outcome));
    }

    /** The last decision. */
    public Optional<Decision> last() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.get(decisions.size() - 1));
    }

    public Standing standing() {
        return new Standing(
                state(),
                hearing.map(Hearing::endsOn),
                !answers.isEmpty(),
                decisions.stream()
                        .flatMap(decision -> decision.remedyUntil().stream())
                        .findFirst());
    }

    /** @throws ReviewRefused if there was a hearing, or it was decided */
    public Review heard(Hearing opened) {
        require(ReviewStep.OPEN_HEARING, opened.openedOn());
        return new Review(id, contractId, uzovi, agb, year, made, Optional.of(opened), answers, decisions);
    }

    /** @throws ReviewRefused if no hearing is open */
    public Review answered(Answer answer, LocalDate today) {
        require(ReviewStep.ANSWER, today);
        var all = new ArrayList<>(answers);
        all.add(answer);
        return new Review(id, contractId, uzovi, agb, year, made, hearing, all, decisions);
    }

    /**
     * Holds a decision against the review, before its consequences are drawn.
     *
     * @throws ReviewRefused if who decides made it or opened its hearing
     * @throws ReviewRefused if it cannot be decided so, or not yet
     */
    public void requireDecidable(Outcome outcome, Signature by, LocalDate today) {
        boolean own = by.subject().equals(made.subject())
                || hearing.isPresent()
                        && by.subject().equals(hearing.get().opened().subject());
        if (own) {
            throw ReviewRefused.ownReview();
        }
        require(outcome.step(), today);
    }

    public Review decided(Decision decision, LocalDate today) {
        requireDecidable(decision.outcome(), decision.decided(), today);
        var all = new ArrayList<>(decisions);
        all.add(decision);
        return new Review(id, contractId, uzovi, agb, year, made, hearing, answers, all);
    }

    private void require(ReviewStep step, LocalDate today) {
        if (!ReviewLife.allows(standing(), step, today)) {
            throw ReviewRefused.stepNotPossible(step, standing());
        }
    }

    /** Which reviews somebody asks for; what is null does not narrow. */
    public record ReviewFilter(Uzovi uzovi, Integer year, ReviewState state, UUID contractId, UUID sampleId) {}
}
