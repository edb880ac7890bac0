package nl.mtvp.contract.ending.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.failure.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    private static final LocalDate START = LocalDate.parse("2023-04-01");
    private static final Signature SIGNED =
            new Signature("signatory", "mtvp-portal", Instant.parse("2023-11-30T11:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "NOTICE, PRACTICE, 2023-11-30, 2024-02-29, ''",
        "NOTICE, PRACTICE, 2023-11-30, 2024-02-28, notice-too-short",
        "NOTICE, PRACTICE, 2023-10-01, 2024-01-01, ''",
        "NOTICE, PRACTICE, 2023-10-02, 2024-01-01, notice-too-short",
        "CLOSING, PRACTICE, 2023-11-30, 2023-10-15, ''",
        "CLOSING, PRACTICE, 2023-11-30, 2023-04-01, ''",
        "CLOSING, PRACTICE, 2023-11-30, 2023-03-31, before-the-start",
        "CLOSING, INSURER, 2023-11-30, 2023-12-01, ''",
        "CLOSING, INSURER, 2023-11-30, 2023-11-30, not-ahead",
        "END_DATE, INSURER, 2023-11-30, 2023-12-01, ''",
        "END_DATE, INSURER, 2023-11-30, 2028-11-30, ''",
        "END_DATE, INSURER, 2023-11-30, 2028-12-01, too-far-ahead",
        "NOTICE, PRACTICE, 2023-11-30, 2099-12-31, too-far-ahead",
        "END_DATE, INSURER, 2023-11-30, 2023-11-30, not-ahead",
        "END_DATE, INSURER, 2023-02-01, 2023-03-01, before-the-start",
        "MERGED, INSURER, 2023-11-30, 2023-12-01, by-a-succession-only"
    })
    void D35_a_notice_takes_three_months_and_only_a_practice_closed_in_the_past(
            EndingKind kind, Side side, LocalDate today, LocalDate from, String code) {
        var terms = new EndingTerms(kind, side, from);
        if (code.isEmpty()) {
            assertDoesNotThrow(() -> terms.require(START, today));
        } else {
            var refused = assertThrows(InvalidInput.class, () -> terms.require(START, today));
            assertEquals(code, refused.faults().get(0).code());
        }
    }

    @ParameterizedTest
    @CsvSource({"NOTICE, INSURER", "END_DATE, PRACTICE"})
    void D35_each_side_tells_its_own_ends(EndingKind kind, Side side) {
        var terms = new EndingTerms(kind, side, LocalDate.parse("2025-01-01"));
        assertRefused("other-sides-ending", () -> terms.require(START, LocalDate.parse("2023-11-30")));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, ANNOUNCED", "2024-04-01, IN_EFFECT", "2024-04-02, IN_EFFECT"})
    void D35_an_end_is_withdrawn_before_its_day_and_not_from_it_on(LocalDate today, EndingState state) {
        var notice = notice();
        assertEquals(state, notice.state(today));
        if (state == EndingState.ANNOUNCED) {
            var withdrawn = notice.withdrawnBy(Side.PRACTICE, SIGNED, today, "a successor was found");
            assertEquals(EndingState.WITHDRAWN, withdrawn.state(LocalDate.parse("2025-01-01")));
            assertRefused("ending-not-open", () -> withdrawn.withdrawnBy(Side.PRACTICE, SIGNED, today, "again"));
        } else {
            assertRefused("ending-not-open", () -> notice.withdrawnBy(Side.PRACTICE, SIGNED, today, "too late"));
        }
    }

    @Test
    void D35_nobody_withdraws_what_the_other_side_told() {
        var today = LocalDate.parse("2023-12-01");
        assertRefused("other-sides-ending", () -> notice().withdrawnBy(Side.INSURER, SIGNED, today, "not theirs"));
    }

    @Test
    void D35_an_end_in_a_merger_is_part_of_the_succession_and_withdrawn_by_nobody() {
        var today = LocalDate.parse("2023-12-01");
        var merged = ending(new EndingTerms(EndingKind.MERGED, Side.INSURER, LocalDate.parse("2024-04-01")));
        for (var side : Side.values()) {
            assertRefused("other-sides-ending", () -> merged.withdrawnBy(side, SIGNED, today, "no merger"));
        }
    }

    private static Ending notice() {
        return ending(new EndingTerms(EndingKind.NOTICE, Side.PRACTICE, LocalDate.parse("2024-04-01")));
    }

    private static Ending ending(EndingTerms terms) {
        return new Ending(
                UUID.randomUUID(),
                UUID.randomUUID(),
                terms,
                "we retire",
                LocalDate.parse("2023-11-30"),
                SIGNED,
                Optional.empty());
    }
}
