package nl.mtvp.contract.compliance.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Frozen;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final LocalDate OPENED = LocalDate.of(2023, 11, 1);
    private static final Review MADE = new Review(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new Uzovi("3332"),
            new Agb("01999901"),
            1,
            by("maker"),
            Optional.empty(),
            List.of(),
            List.of());
    private static final Review HEARD = MADE.heard(Hearing.opened(OPENED, 14, "no intervisie", by("opener")));

    @Test
    void D33_neither_the_maker_nor_who_opened_the_hearing_decides() {
        assertRefused("own-review", () -> HEARD.requireDecidable(Outcome.COMPLIANT, by("maker"), OPENED));
        assertRefused("own-review", () -> HEARD.requireDecidable(Outcome.COMPLIANT, by("opener"), OPENED));
        HEARD.requireDecidable(Outcome.COMPLIANT, by("somebody else"), OPENED);
    }

    @Test
    void D33_the_day_on_which_a_hearing_opens_is_none_of_its_term() {
        var hearing = Hearing.opened(LocalDate.parse("2024-04-24"), 14, "no intervisie", by("opener"));
        assertEquals(LocalDate.parse("2024-05-09"), hearing.endsOn());
    }

    @Test
    void D33_a_review_is_open_until_its_one_hearing_and_no_breach_is_found_before_it() {
        assertEquals(ReviewState.OPEN, MADE.state());
        assertEquals(ReviewState.HEARING, HEARD.state());
        assertRefused(
                "review-step-not-possible", () -> HEARD.heard(HEARD.hearing().orElseThrow()));
        assertRefused("no-hearing", () -> MADE.requireDecidable(Outcome.BREACH, by("chief"), OPENED));
        assertRefused("hearing-still-open", () -> HEARD.requireDecidable(Outcome.BREACH, by("chief"), OPENED));
        var answered = HEARD.answered(new Answer(UUID.randomUUID(), "we forgot", by("practice")), OPENED);
        answered.requireDecidable(Outcome.BREACH, by("chief"), OPENED);
        HEARD.requireDecidable(Outcome.BREACH, by("chief"), OPENED.plusDays(15));
    }

    @Test
    void D33_a_decision_has_the_day_and_the_stop_of_its_outcome() {
        assertThrows(IllegalArgumentException.class, () -> decision(Outcome.REMEDY, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> decision(Outcome.COMPLIANT, Optional.of(OPENED)));
        assertThrows(IllegalArgumentException.class, () -> decision(Outcome.BREACH, Optional.empty()));
        var decided = HEARD.decided(decision(Outcome.COMPLIANT, Optional.empty()), OPENED);
        assertEquals(ReviewState.COMPLIANT, decided.state());
        assertRefused(
                "review-step-not-possible",
                () -> decided.answered(new Answer(UUID.randomUUID(), "late", by("p")), OPENED));
    }

    private static Decision decision(Outcome outcome, Optional<LocalDate> remedyUntil) {
        return new Decision(
                outcome, "g", remedyUntil, Optional.empty(), Optional.empty(), Frozen.of(List.of()), by("chief"));
    }

    private static Signature by(String subject) {
        return new Signature(subject, "client", Instant.EPOCH);
    }
}
