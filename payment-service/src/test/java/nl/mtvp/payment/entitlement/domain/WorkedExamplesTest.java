package nl.mtvp.payment.entitlement.domain;

import static nl.mtvp.payment.entitlement.domain.Cause.CLAWBACK;
import static nl.mtvp.payment.entitlement.domain.Cause.COVERAGE;
import static nl.mtvp.payment.entitlement.domain.Cause.ION_CORRECTION;
import static nl.mtvp.payment.entitlement.domain.Cause.OFFSET;
import static nl.mtvp.payment.entitlement.domain.Cause.REGULAR;
import static nl.mtvp.payment.entitlement.domain.Cause.RETROACTIVE;
import static nl.mtvp.payment.entitlement.domain.Cause.SHARE;
import static nl.mtvp.payment.entitlement.domain.Cause.TARIFF_REVISION;
import static nl.mtvp.payment.entitlement.domain.Component.PRACTICE;
import static nl.mtvp.payment.entitlement.domain.Component.RHO;
import static nl.mtvp.payment.entitlement.domain.Story.clawback;
import static nl.mtvp.payment.entitlement.domain.Story.count;
import static nl.mtvp.payment.entitlement.domain.Story.facts;
import static nl.mtvp.payment.entitlement.domain.Story.inForce;
import static nl.mtvp.payment.entitlement.domain.Story.offset;
import static nl.mtvp.payment.entitlement.domain.Story.share;
import static nl.mtvp.payment.entitlement.domain.Story.shareOfCents;
import static nl.mtvp.payment.entitlement.domain.Story.tariff;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import org.junit.jupiter.api.Test;

/** The worked examples of the rules D41 to D44, to the cent. */
class WorkedExamplesTest {

    private static final Facts Q4 = facts("2023-Q4", 4_260, 295);
    private static final InForce STOPPED = inForce("2023-04-01", "2023-11-15");
    private static final Clawback TO_THE_STOP = clawback("2023-10-01", "2023-11-15", 100);

    @Test
    void example_1_an_earlier_quarter_is_retroactive_and_the_own_one_regular() {
        assertEquals(List.of(part(RETROACTIVE, 12_124_80)), Difference.first(facts("2023-Q2", 4_210, 288), false));
        assertEquals(List.of(part(REGULAR, 12_240_00)), Difference.first(facts("2023-Q3", 4_250, 288), true));
    }

    @Test
    void example_2_a_new_delivery_is_an_ion_correction() {
        var booked = facts("2023-Q2", 4_210, 288);
        assertEquals(List.of(part(ION_CORRECTION, -34_56)), Difference.between(booked, booked.with(count(4_198))));
        assertEquals(List.of(part(REGULAR, 12_268_80)), Difference.first(facts("2023-Q4", 4_260, 288), true));
    }

    @Test
    void example_3_a_tariff_from_the_beginning_is_revised_in_each_quarter() {
        assertEquals(List.of(part(TARIFF_REVISION, 293_86)), revised(facts("2023-Q2", 4_198, 288)));
        assertEquals(List.of(part(TARIFF_REVISION, 297_50)), revised(facts("2023-Q3", 4_250, 288)));
        assertEquals(List.of(part(TARIFF_REVISION, 298_20)), revised(facts("2023-Q4", 4_260, 288)));
    }

    @Test
    void example_4_a_stop_pays_the_days_before_it() {
        assertEquals(12_567_00, Entitlement.of(Q4).totalCents());
        assertEquals(6_146_90, Entitlement.of(Q4.with(STOPPED)).totalCents());
        assertEquals(List.of(part(COVERAGE, -6_420_10)), Difference.between(Q4, Q4.with(STOPPED)));
    }

    @Test
    void example_5_a_clawback_takes_the_rest_and_its_withdrawal_gives_it_back() {
        var stopped = Q4.with(STOPPED);
        var clawedBack = stopped.with(List.of(TO_THE_STOP));
        assertEquals(Amounts.ZERO, Entitlement.of(clawedBack));
        assertEquals(List.of(part(CLAWBACK, -6_146_90)), Difference.between(stopped, clawedBack));
        assertEquals(List.of(part(CLAWBACK, 6_146_90)), Difference.between(clawedBack, stopped));
    }

    @Test
    void example_6_the_rho_gets_its_share_of_what_is_due() {
        var shared = facts("2023-Q2", 4_210, 288).with(share(1_250));
        assertEquals(new Amounts(10_609_20, 1_515_60), Entitlement.of(shared));
        assertEquals(
                List.of(part(RETROACTIVE, 10_609_20), new Part(RETROACTIVE, RHO, 1_515_60)),
                Difference.first(shared, false));
    }

    @Test
    void example_7_the_regions_of_unicum() {
        assertEquals(539_136_00, Entitlement.of(facts("2023-Q3", 187_200, 288)).totalCents());
        assertEquals(561_312_00, Entitlement.of(facts("2023-Q3", 194_900, 288)).totalCents());
    }

    @Test
    void example_8_four_changes_at_once_are_four_parts_in_their_order() {
        var booked = facts("2023-Q4", 4_260, 288);
        var now = booked.with(count(4_251))
                .with(tariff(295))
                .with(STOPPED)
                .with(List.of(clawback("2023-10-01", "2023-11-15", 50)));
        assertEquals(
                List.of(
                        part(ION_CORRECTION, -25_92),
                        part(TARIFF_REVISION, 297_57),
                        part(COVERAGE, -6_406_53),
                        part(CLAWBACK, -3_066_96)),
                Difference.between(booked, now));
        assertEquals(3_066_96, Entitlement.of(now).totalCents());
    }

    @Test
    void example_9_a_stop_within_days_already_clawed_back_books_nothing() {
        var clawedBack = Q4.with(List.of(clawback("2023-10-01", "2024-01-01", 100)));
        assertEquals(List.of(), Difference.between(clawedBack, clawedBack.with(STOPPED)));
    }

    @Test
    void example_10_clawbacks_on_the_same_days_add_up() {
        var clawedBack =
                Q4.with(List.of(clawback("2023-10-01", "2024-01-01", 50), clawback("2023-10-01", "2024-01-01", 30)));
        assertEquals(2_513_40, Entitlement.of(clawedBack).totalCents());
    }

    @Test
    void clawbacks_together_take_at_most_everything() {
        var clawedBack =
                Q4.with(List.of(clawback("2023-10-01", "2024-01-01", 80), clawback("2023-10-01", "2024-01-01", 30)));
        assertEquals(Amounts.ZERO, Entitlement.of(clawedBack));
    }

    @Test
    void example_11_an_offset_counts_by_days_and_before_the_share() {
        assertEquals(
                3_701_25,
                Entitlement.of(Q4.with(STOPPED).with(offset(5_000_00))).totalCents());
        assertEquals(
                new Amounts(6_234_20, 890_60),
                Entitlement.of(
                        facts("2023-Q2", 4_210, 288).with(offset(5_000_00)).with(share(1_250))));
    }

    /** 46 of 92 days of one cent; half of one cent. */
    @Test
    void D42_exactly_half_a_cent_goes_up() {
        var half = facts("2023-Q4", 1, 1).with(inForce("2023-04-01", "2023-11-16"));
        assertEquals(new Amounts(1, 0), Entitlement.of(half));
        assertEquals(new Amounts(0, 1), Entitlement.of(facts("2023-Q4", 1, 1).with(share(5_000))));
        assertEquals(
                new Amounts(0, 1),
                Entitlement.of(facts("2023-Q4", 1, 2).with(half.inForce()).with(shareOfCents(1))));
    }

    @Test
    void D42_a_share_in_cents_takes_at_most_what_is_due() {
        var facts = facts("2023-Q2", 100, 288);
        assertEquals(new Amounts(238_00, 50_00), Entitlement.of(facts.with(shareOfCents(50))));
        assertEquals(new Amounts(0, 288_00), Entitlement.of(facts.with(shareOfCents(400))));
    }

    @Test
    void D44_an_offset_and_a_share_are_causes_of_their_own() {
        var booked = facts("2023-Q2", 4_210, 288);
        assertEquals(
                List.of(part(OFFSET, -5_000_00), part(SHARE, -890_60), new Part(SHARE, RHO, 890_60)),
                Difference.between(booked, booked.with(offset(5_000_00)).with(share(1_250))));
    }

    @Test
    void D45_zero_has_a_reason() {
        var unknown = facts("2023-Q4", 0, 288);
        assertEquals(ZeroReason.ALREADY_BOOKED, ZeroReason.of(Q4));
        assertEquals(ZeroReason.NO_ION, ZeroReason.of(unknown));
        assertEquals(ZeroReason.NO_DELIVERY, ZeroReason.of(Q4.with((Count) null)));
        assertEquals(ZeroReason.NO_TARIFF, ZeroReason.of(Q4.with((Tariff) null)));
        assertEquals(ZeroReason.NOT_STARTED, ZeroReason.of(Q4.with(inForce("2024-01-01", null))));
        assertEquals(ZeroReason.ENDED, ZeroReason.of(Q4.with(inForce("2023-04-01", "2023-10-01"))));
        assertEquals(ZeroReason.OFFSET, ZeroReason.of(Q4.with(offset(20_000_00))));
        assertEquals(
                ZeroReason.CLAWED_BACK, ZeroReason.of(Q4.with(List.of(clawback("2023-10-01", "2024-01-01", 100)))));
    }

    @Test
    void D45_of_several_causes_the_first_in_the_order_of_the_formula_is_the_reason() {
        // The last in order first, so that each overrules those that it hides.
        var causes = new LinkedHashMap<ZeroReason, UnaryOperator<Facts>>();
        causes.put(
                ZeroReason.ROUNDED_TO_ZERO,
                facts -> facts.with(count(1)).with(tariff(1)).with(inForce("2023-04-01", "2023-11-15")));
        causes.put(ZeroReason.OFFSET, facts -> facts.with(offset(20_000_00)));
        causes.put(ZeroReason.CLAWED_BACK, facts -> facts.with(List.of(clawback("2023-10-01", "2024-01-01", 100))));
        causes.put(ZeroReason.NO_ION, facts -> facts.with(count(0)));
        causes.put(ZeroReason.NO_TARIFF, facts -> facts.with((Tariff) null));
        causes.put(ZeroReason.NO_DELIVERY, facts -> facts.with((Count) null));
        causes.put(ZeroReason.ENDED, facts -> facts.with(inForce("2023-04-01", "2023-10-01")));
        causes.put(ZeroReason.NOT_STARTED, facts -> facts.with(inForce("2024-01-01", null)));
        for (int chosen = 0; chosen < 1 << causes.size(); chosen++) {
            var facts = Q4;
            var reason = ZeroReason.ALREADY_BOOKED;
            int bit = 0;
            for (var cause : causes.entrySet()) {
                if ((chosen >> bit++ & 1) == 1) {
                    facts = cause.getValue().apply(facts);
                    reason = cause.getKey();
                }
            }
            assertEquals(reason, ZeroReason.of(facts), facts.toString());
        }
    }

    @Test
    void D45_half_clawed_back_and_the_rest_offset_is_offset() {
        var half = facts("2023-Q4", 1_000, 10_00).with(List.of(clawback("2023-10-01", "2024-01-01", 50)));
        assertEquals(ZeroReason.OFFSET, ZeroReason.of(half.with(offset(6_000_00))));
        assertEquals(ZeroReason.ALREADY_BOOKED, ZeroReason.of(half.with(offset(4_000_00))));
    }

    private static List<Part> revised(Facts booked) {
        return Difference.between(booked, booked.with(tariff(295)));
    }

    private static Part part(Cause cause, long cents) {
        return new Part(cause, PRACTICE, cents);
    }
}
