package nl.mtvp.payment.frame.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Amounts;
import nl.mtvp.payment.frame.domain.Frame.BookedTotal;
import org.junit.jupiter.api.Test;

/** D55: totals add up each way, and are held against the frame when they are the nation's. */
class FrameTotalsTest {

    private static final Frame.Limit LIMIT = new Frame.Limit(220_000_000_00L, "announced");
    private static final List<BookedTotal> BOOKED = List.of(
            booked("2023-Q2", "3332", "zou", 12_124_80, 0),
            booked("2023-Q2", "3332", "lekstroom", 100, 25),
            booked("2023-Q3", "9991", "zou", -34_56, 5));

    @Test
    void D55_totals_are_told_per_quarter_insurer_and_region_and_together() {
        var frame = Frame.of(2023, LIMIT, true, BOOKED);
        assertEquals(new Amounts(12_091_24, 30), frame.total());
        assertEquals(
                Map.of(
                        Quarters.of("2023-Q2"),
                        new Amounts(12_125_80, 25),
                        Quarters.of("2023-Q3"),
                        new Amounts(-34_56, 5)),
                frame.quarters());
        assertEquals(
                Map.of(new Uzovi("3332"), new Amounts(12_125_80, 25), new Uzovi("9991"), new Amounts(-34_56, 5)),
                frame.insurers());
        assertEquals(Map.of("zou", new Amounts(12_090_24, 5), "lekstroom", new Amounts(100, 25)), frame.regions());
    }

    @Test
    void D55_tariff_payments_and_rho_compensation_together_are_taken_off_the_frame() {
        assertEquals(
                220_000_000_00L - 12_091_54, Frame.of(2023, LIMIT, true, BOOKED).remainingCents());
        var passed = List.of(booked("2023-Q2", "3332", "zou", 220_000_000_00L, 1));
        assertEquals(-1, Frame.of(2023, LIMIT, true, passed).remainingCents());
    }

    @Test
    void D55_what_is_not_the_nations_is_not_held_against_its_frame() {
        assertNull(Frame.of(2023, LIMIT, false, BOOKED).remainingCents());
        assertNull(Frame.of(2024, null, true, BOOKED).remainingCents());
    }

    private static BookedTotal booked(String quarter, String uzovi, String region, long practice, long rho) {
        return new BookedTotal(Quarters.of(quarter), new Uzovi(uzovi), region, practice, rho);
    }
}
