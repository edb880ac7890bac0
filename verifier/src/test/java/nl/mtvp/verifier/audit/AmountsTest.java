package nl.mtvp.verifier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The checker's own arithmetic at its edges: halves of a cent, and what is never less than nothing. */
class AmountsTest {

    private static final Source SOURCE = new Source(new UUID(0, 1), Instant.EPOCH, null);

    @Test
    void D42_half_a_cent_is_rounded_up() {
        assertEquals(new Amounts(1, 0), due(1, 1, null, null, clawback("2024-01-01", 5_000)));
        assertEquals(new Amounts(3, 1), due(1, 4, null, new Contract.Share("voorbeeld", 1_250L, null)));
    }

    @Test
    void D41_clawbacks_take_no_more_than_the_whole_of_a_day() {
        var twice = clawback("2023-11-16", 8_000);
        assertEquals(new Amounts(46_00, 0), due(92, 100, null, null, twice, twice));
    }

    @Test
    void D41_an_offset_takes_no_more_than_there_is() {
        assertEquals(Amounts.ZERO, due(1, 100, 150L, null));
    }

    @Test
    void D45_the_reason_is_the_first_step_after_which_the_exact_amount_is_zero() {
        assertEquals("ROUNDED_TO_ZERO", reason("2023-11-15", 1, 1, null));
        assertEquals("ROUNDED_TO_ZERO", reason(null, 1, 1, null, clawback("2024-01-01", 9_999)));
        assertEquals("CLAWED_BACK", reason("2023-11-15", 1, 1, null, clawback("2023-11-15", 10_000)));
        assertEquals("OFFSET", reason(null, 1_000, 10_00, 6_000_00L, clawback("2024-01-01", 5_000)));
        assertEquals("CLAWED_BACK", reason(null, 1_000, 10_00, 6_000_00L, clawback("2024-01-01", 10_000)));
        assertEquals("ENDED", reason("2023-10-01", 1, 1, 1L, clawback("2024-01-01", 10_000)));
        assertEquals("ALREADY_BOOKED", reason("2023-11-16", 1, 1, null));
    }

    private static String reason(String until, long ion, long tariff, Long offset, Contract.Clawback... clawbacks) {
        return inputs(until, ion, tariff, offset, null, clawbacks).zeroReason();
    }

    private static Contract.Clawback clawback(String until, int tenThousandths) {
        return new Contract.Clawback(LocalDate.of(2023, 10, 1), LocalDate.parse(until), tenThousandths, SOURCE);
    }

    /** Over the 92 days of 2023-Q4. */
    private static Amounts due(
            long ion, long tariff, Long offset, Contract.Share share, Contract.Clawback... clawbacks) {
        return Amounts.due(inputs(null, ion, tariff, offset, share, clawbacks));
    }

    private static Inputs inputs(
            String until, long ion, long tariff, Long offset, Contract.Share share, Contract.Clawback... clawbacks) {
        return new Inputs(
                Quarter.parse("2023-Q4"),
                new Inputs.From<>("01999901", SOURCE),
                new Inputs.From<>(ion, SOURCE),
                new Inputs.From<>(tariff, SOURCE),
                LocalDate.of(2023, 4, 1),
                until == null ? null : LocalDate.parse(until),
                List.of(SOURCE),
                List.of(clawbacks),
                offset == null ? null : new Inputs.From<>(offset, SOURCE),
                share == null ? null : new Inputs.From<>(share, SOURCE));
    }
}
