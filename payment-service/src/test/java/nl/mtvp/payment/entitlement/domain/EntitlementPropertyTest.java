package nl.mtvp.payment.entitlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;

/** What holds for the formula and the difference whatever the facts are (D41-D44). */
class EntitlementPropertyTest {

    private static final String QUARTER = "2023-Q4";
    private static final LocalDate FIRST = LocalDate.of(2023, 10, 1);

    @Property(tries = 500)
    void parts_add_up_to_the_difference(@ForAll("facts") Facts booked, @ForAll("facts") Facts now) {
        assertEquals(Entitlement.of(now), plus(Entitlement.of(booked), Difference.between(booked, now)));
    }

    @Property(tries = 500)
    void no_step_goes_below_zero(@ForAll("facts") Facts booked, @ForAll("facts") Facts now) {
        var amounts = Entitlement.of(booked);
        for (var cause : Cause.CORRECTIONS) {
            for (var part : Difference.between(booked, now)) {
                amounts = part.cause() == cause ? amounts.plus(part.component(), part.cents()) : amounts;
            }
            assertTrue(amounts.practiceCents() >= 0 && amounts.rhoCents() >= 0, amounts + " after " + cause);
        }
    }

    @Property
    void a_second_run_over_the_same_facts_proposes_nothing(@ForAll("facts") Facts facts) {
        assertEquals(List.of(), Difference.between(facts, facts));
    }

    @Property(tries = 500)
    void change_and_change_back_nets_to_zero(@ForAll("facts") Facts facts, @ForAll("facts") Facts other) {
        var there = plus(Entitlement.of(facts), Difference.between(facts, other));
        assertEquals(Entitlement.of(facts), plus(there, Difference.between(other, facts)));
    }

    @Property(tries = 500)
    void the_due_amount_is_that_of_a_naive_recomputation(@ForAll("facts") Facts facts) {
        assertEquals(naive(facts), Entitlement.of(facts).totalCents());
    }

    @Property
    void a_part_is_booked_for_the_cause_that_changed_only(
            @ForAll("facts") Facts facts, @ForAll("tariffs") Tariff tariff) {
        assertTrue(Difference.between(facts, facts.with(tariff)).stream()
                .allMatch(part -> part.cause() == Cause.TARIFF_REVISION));
    }

    /** The formula once more, with decimals to 40 places instead of fractions. */
    private static long naive(Facts facts) {
        var days = new BigDecimal(92);
        var due = BigDecimal.ZERO;
        for (var day = FIRST; day.isBefore(FIRST.plusDays(92)); day = day.plusDays(1)) {
            var inForce = facts.inForce();
            if (day.isBefore(inForce.from()) || inForce.until() != null && !day.isBefore(inForce.until())) {
                continue;
            }
            var left = BigDecimal.ONE;
            for (var clawback : facts.clawbacks()) {
                if (!day.isBefore(clawback.from()) && day.isBefore(clawback.until())) {
                    left = left.subtract(BigDecimal.valueOf(clawback.tenThousandths(), 4));
                }
            }
            var full = BigDecimal.valueOf(facts.count().ion() * facts.tariff().centsPerIon());
            var offset = facts.offset() == null
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(facts.offset().centsPerQuarter());
            due = due.add(full.multiply(left.max(BigDecimal.ZERO)).subtract(offset));
        }
        return due.max(BigDecimal.ZERO)
                .divide(days, 40, RoundingMode.DOWN)
                .setScale(20, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Amounts plus(Amounts amounts, List<Part> parts) {
        for (var part : parts) {
            amounts = amounts.plus(part.component(), part.cents());
        }
        return amounts;
    }

    @Provide
    Arbitrary<Tariff> tariffs() {
        return Arbitraries.longs().between(1, 400).map(Story::tariff);
    }

    @Provide
    Arbitrary<Facts> facts() {
        var counts = Arbitraries.longs().between(0, 20_000).map(Story::count);
        var offsets =
                Arbitraries.longs().between(0, 20_000_00).map(Story::offset).injectNull(0.5);
        var shares = Arbitraries.integers().between(0, 10_000).map(Story::share).injectNull(0.4);
        return Combinators.combine(
                        counts, tariffs(), inForce(), clawbacks().list().ofMaxSize(3), offsets, shares)
                .as((count, tariff, inForce, clawbacks, offset, share) -> new Facts(
                        Quarters.of(QUARTER),
                        Story.holder("01999901"),
                        count,
                        tariff,
                        inForce,
                        clawbacks,
                        offset,
                        share));
    }

    private static Arbitrary<InForce> inForce() {
        var until = days(-5, 100).injectNull(0.4);
        return Combinators.combine(days(-200, 100), until)
                .as((from, end) -> Story.inForce(from.toString(), end == null ? null : end.toString()));
    }

    private static Arbitrary<Clawback> clawbacks() {
        return Combinators.combine(
                        days(-20, 95),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(1, 100))
                .as((from, length, percent) -> Story.clawback(
                        from.toString(), from.plus(length, ChronoUnit.DAYS).toString(), percent));
    }

    private static Arbitrary<LocalDate> days(int least, int most) {
        return Arbitraries.integers().between(least, most).map(FIRST::plusDays);
    }
}
