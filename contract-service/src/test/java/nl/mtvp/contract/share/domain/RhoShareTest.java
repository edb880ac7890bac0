package nl.mtvp.contract.share.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.money.Euro;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhoShareTest {

    private static final LocalDate START = LocalDate.of(2023, 4, 1);
    private static final Signature BY = new Signature("signatory", "portal", Instant.parse("2023-06-12T09:30:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2023-05-01, , no-first-day-of-a-quarter",
        "2023-01-01, , before-the-contract",
        "2023-07-01, 2023-08-01, no-first-day-of-a-quarter",
        "2023-07-01, 2023-07-01, no-day",
        "2023-02-01, 2023-01-02, no-first-day-of-a-quarter|no-first-day-of-a-quarter|no-day|before-the-contract"
    })
    void D49_a_share_of_impossible_days_is_refused_with_everything_that_is_wrong(
            LocalDate from, LocalDate until, String codes) {
        var refused =
                assertThrows(InvalidInput.class, () -> RhoShare.requireDays(from, Optional.ofNullable(until), START));
        assertEquals(
                codes,
                String.join("|", refused.faults().stream().map(Fault::code).toList()));
    }

    @Test
    void D49_a_share_runs_from_a_quarters_first_day_at_or_after_the_contracts_start() {
        assertDoesNotThrow(() -> RhoShare.requireDays(START, Optional.empty(), START));
        assertDoesNotThrow(() -> RhoShare.requireDays(START.plusMonths(3), Optional.of(START.plusMonths(6)), START));
    }

    @Test
    void D49_a_share_is_a_percentage_or_an_amount_and_never_both_or_nothing() {
        var percentage = Optional.of(new Percentage(new BigDecimal("12.5")));
        var amount = Optional.of(Euro.of("0.36"));
        assertThrows(IllegalArgumentException.class, () -> new Part(percentage, amount));
        assertThrows(IllegalArgumentException.class, () -> new Part(Optional.empty(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Part(Optional.empty(), Optional.of(Euro.ZERO)));
    }

    @Test
    void D49_a_share_ends_on_a_quarters_first_day_that_leaves_it_some() {
        var share = share(new Period(START, Optional.of(START.plusYears(1))));
        var ended = share.ended(START.plusMonths(6), "the RHO stopped", BY);
        assertEquals(Optional.of(START.plusMonths(6)), ended.valid().until());
        assertThrows(InvalidInput.class, () -> share.ended(START.plusMonths(5), "x", BY));
        assertThrows(InvalidInput.class, () -> share.ended(START, "x", BY));
        assertRefused("ends-already", () -> share.ended(START.plusYears(1), "x", BY));
    }

    private static RhoShare share(Period valid) {
        return new RhoShare(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "VB",
                new Part(Optional.empty(), Optional.of(Euro.of("0.36"))),
                valid,
                "a shared assistant",
                new RhoShare.Ground(UUID.randomUUID(), "ab".repeat(32)),
                BY,
                Optional.empty());
    }
}
