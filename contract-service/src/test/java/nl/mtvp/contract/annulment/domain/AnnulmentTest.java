package nl.mtvp.contract.annulment.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.annulment.domain.Annulment.Outcome;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import org.junit.jupiter.api.Test;

class AnnulmentTest {

    private static final Annulment PROPOSED = new Annulment(
            UUID.randomUUID(), UUID.randomUUID(), "a wrong start", Side.INSURER, by("buyer"), Optional.empty());

    @Test
    void D28_the_other_side_agrees_by_another_person_and_who_proposed_withdraws() {
        assertEquals(
                AnnulmentState.AGREED,
                PROPOSED.answered(Outcome.AGREED, Side.PRACTICE, by("signatory"))
                        .state());
        assertEquals(
                AnnulmentState.WITHDRAWN,
                PROPOSED.answered(Outcome.WITHDRAWN, Side.INSURER, by("buyer")).state());
    }

    @Test
    void D28_one_side_alone_annuls_nothing_nor_one_person_on_both_sides() {
        refused(Outcome.AGREED, Side.INSURER, "another buyer");
        refused(Outcome.AGREED, Side.PRACTICE, "buyer");
        refused(Outcome.WITHDRAWN, Side.PRACTICE, "signatory");
    }

    @Test
    void D28_an_annulment_is_answered_once() {
        for (var outcome : Outcome.values()) {
            var side = outcome == Outcome.AGREED ? Side.PRACTICE : Side.INSURER;
            var answered = PROPOSED.answered(outcome, side, by("signatory"));
            for (var again : Outcome.values()) {
                assertRefused("annulment-not-open", () -> answered.answered(again, side, by("signatory")));
            }
        }
    }

    private static void refused(Outcome outcome, Side side, String subject) {
        assertRefused("not-for-you-to-answer", () -> PROPOSED.answered(outcome, side, by(subject)));
    }

    private static Signature by(String subject) {
        return new Signature(subject, "client", Instant.EPOCH);
    }
}
