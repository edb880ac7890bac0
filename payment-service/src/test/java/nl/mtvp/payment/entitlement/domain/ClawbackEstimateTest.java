package nl.mtvp.payment.entitlement.domain;

import static nl.mtvp.payment.entitlement.domain.Story.clawback;
import static nl.mtvp.payment.entitlement.domain.Story.facts;
import static nl.mtvp.payment.entitlement.domain.Story.inForce;
import static nl.mtvp.payment.entitlement.domain.Story.share;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.ClawbackEstimate.ConsideredClawback;
import nl.mtvp.payment.entitlement.domain.ClawbackEstimate.Taken;
import org.junit.jupiter.api.Test;

/** D34: what a clawback takes is told before it is decided. */
class ClawbackEstimateTest {

    private static final Facts Q3 = facts("2023-Q3", 4_250, 295);
    private static final Facts Q4 = facts("2023-Q4", 4_260, 295).with(inForce("2023-04-01", "2023-11-15"));

    @Test
    void D34_example_5_all_of_the_days_up_to_the_stop() {
        var estimate = ClawbackEstimate.of(List.of(Q3, Q4), considered("2023-10-01", "2023-11-15", "100"));
        assertEquals(
                List.of(new Taken(Quarters.of("2023-Q4"), new Amounts(6_146_90, 0), Amounts.ZERO)),
                estimate.quarters());
        assertEquals(new Amounts(6_146_90, 0), estimate.total());
    }

    @Test
    void D34_practice_and_rho_are_hit_in_proportion_and_together_make_up_the_whole() {
        var estimate = ClawbackEstimate.of(
                List.of(Q3.with(share(1_250)), Q4.with(share(1_250))), considered("2023-07-01", "2023-11-15", "50"));
        assertEquals(2, estimate.quarters().size());
        // 6,268.75 of 12,537.50, of which an eighth is the RHO's; and 3,073.45 of 6,146.90.
        assertEquals(new Amounts(5_485_15, 783_60), estimate.quarters().get(0).takes());
        assertEquals(new Amounts(2_689_27, 384_18), estimate.quarters().get(1).takes());
        assertEquals(new Amounts(8_174_42, 1_167_78), estimate.total());
    }

    @Test
    void D34_it_comes_besides_those_that_are_known_and_takes_at_most_what_they_leave() {
        var known = Q3.with(List.of(clawback("2023-07-01", "2023-10-01", 80)));
        var estimate = ClawbackEstimate.of(List.of(known), considered("2023-07-01", "2023-10-01", "30"));
        assertEquals(new Amounts(2_507_50, 0), estimate.total());
    }

    @Test
    void D34_a_quarter_that_it_does_not_change_is_not_named() {
        var taken = Q3.with(List.of(clawback("2023-07-01", "2023-10-01", 100)));
        assertEquals(
                new ClawbackEstimate(List.of(), Amounts.ZERO),
                ClawbackEstimate.of(List.of(taken), considered("2023-01-01", "2024-01-01", "100")));
    }

    @Test
    void D34_what_cannot_be_ordered_is_refused_with_every_fault() {
        for (var percentage : List.of("0", "0.00", "100.01", "33.333", "1e2", "-5", "")) {
            assertThrows(InvalidInput.class, () -> considered("2023-10-01", "2023-11-15", percentage), percentage);
        }
        var refused = assertThrows(InvalidInput.class, () -> considered("2023-10-01", "2023-10-01", "101"));
        assertEquals(2, refused.faults().size());
    }

    private static ConsideredClawback considered(String from, String until, String percentage) {
        return ConsideredClawback.of(LocalDate.parse(from), LocalDate.parse(until), percentage);
    }
}
