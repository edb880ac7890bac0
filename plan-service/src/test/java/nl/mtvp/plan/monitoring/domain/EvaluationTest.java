package nl.mtvp.plan.monitoring.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import nl.mtvp.plan.monitoring.domain.Indicator.Better;
import nl.mtvp.plan.monitoring.domain.Indicator.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

    private static final Indicator CONSULTS = indicator(Level.PRACTICE, 1, 2, Better.LOWER, "4.6");
    private static final Indicator PATIENTS_PER_FTE = indicator(Level.PRACTICE, 1, 0, Better.HIGHER, "2095");
    private static final Indicator REFERRALS = indicator(Level.PRACTICE, 1_000, 1, Better.LOWER, null);
    private static final Indicator SATISFACTION = indicator(Level.REGION, 1, 1, Better.HIGHER, null);

    @ParameterizedTest
    @CsvSource({"18939, 4.50, true", "19366, 4.60, false", "19367, 4.60, false"})
    void D14_consults_per_insured_person_stay_below_4_6(String consults, String value, boolean met) {
        var evaluation = evaluation(CONSULTS, measured(consults, "4210"), null);
        assertEquals(Optional.of(new BigDecimal(value)), evaluation.shown(evaluation.own()));
        assertEquals(Optional.of(met), evaluation.targetMet());
    }

    @Test
    void D14_exactly_the_target_is_not_below_it_and_is_at_least_it() {
        assertEquals(
                Optional.of(false),
                evaluation(CONSULTS, measured("46", "10"), null).targetMet());
        assertEquals(
                Optional.of(true),
                evaluation(PATIENTS_PER_FTE, measured("4190", "2"), null).targetMet());
        assertEquals(
                Optional.of(false),
                evaluation(PATIENTS_PER_FTE, measured("4189.9999", "2"), null).targetMet());
    }

    @Test
    void D14_without_a_target_of_its_own_an_indicator_is_to_do_better_than_the_baseline() {
        var fewer = evaluation(REFERRALS, measured("800", "4210"), measured("850", "4210"));
        assertEquals(Optional.of(true), fewer.targetMet());
        assertEquals(Optional.of(new BigDecimal("190.0")), fewer.shown(fewer.own()));
        assertEquals(Optional.of(new BigDecimal("201.9")), fewer.shown(fewer.baseline()));
        // 190.0237... less 201.9002..., rounded once: not 190.0 less 201.9.
        assertEquals(Optional.of(new BigDecimal("-11.9")), fewer.change());
        assertEquals(
                Optional.of(false),
                evaluation(REFERRALS, measured("2", "20"), measured("1", "10")).targetMet());
        assertEquals(
                Optional.of(true),
                evaluation(SATISFACTION, measured("81", "10"), measured("80", "10"))
                        .targetMet());
        assertEquals(
                Optional.of(false),
                evaluation(SATISFACTION, measured("80", "10"), measured("80", "10"))
                        .targetMet());
        assertEquals(
                Optional.empty(),
                evaluation(REFERRALS, measured("800", "4210"), null).targetMet());
        assertEquals(Optional.empty(), evaluation(CONSULTS, null, null).targetMet());
    }

    /** Worked example 15. */
    @ParameterizedTest
    @CsvSource({"12, true", "11, true", "13, false"})
    void D14_a_waiting_time_that_stays_or_falls_meets_its_target(String days, boolean met) {
        var waiting = indicator(Level.PRACTICE, 1, 1, Better.LOWER, null, true);
        assertEquals(
                Optional.of(met),
                evaluation(waiting, measured(days, "1"), measured("24", "2")).targetMet());
        assertThrows(IllegalArgumentException.class, () -> indicator(Level.PRACTICE, 1, 1, Better.LOWER, "12", true));
    }

    @Test
    void D14_a_change_is_rounded_once() {
        var evaluation = evaluation(CONSULTS, measured("10", "3"), measured("5", "6"));
        assertEquals(Optional.of(new BigDecimal("3.33")), evaluation.shown(evaluation.own()));
        assertEquals(Optional.of(new BigDecimal("0.83")), evaluation.shown(evaluation.baseline()));
        assertEquals(Optional.of(new BigDecimal("2.50")), evaluation.change());
        var third = evaluation(CONSULTS, measured("2", "3"), measured("1", "3"));
        assertEquals(Optional.of(new BigDecimal("0.33")), third.change(), "0.67 less 0.33 would be 0.34");
    }

    @Test
    void D14_a_sum_over_fewer_than_three_practices_is_withheld() {
        var one = Optional.of(new Measured(new BigDecimal("9"), new BigDecimal("2"), 1));
        var two = Optional.of(new Measured(new BigDecimal("9"), new BigDecimal("2"), 2));
        var three = Optional.of(new Measured(new BigDecimal("9"), new BigDecimal("2"), 3));
        var few = new Evaluation(CONSULTS, two, one, two, three).withoutFew();
        assertEquals(new Evaluation(CONSULTS, Optional.empty(), Optional.empty(), Optional.empty(), three), few);
        var mine = new Evaluation(CONSULTS, one, one, two, three).withoutFewOthers();
        assertEquals(new Evaluation(CONSULTS, one, one, Optional.empty(), three), mine);
        var region = new Evaluation(SATISFACTION, one, one, Optional.empty(), two);
        assertEquals(region, region.withoutFew(), "what an RHO measured of its region is nobody's own");
    }

    @Test
    void nothing_is_measured_on_nothing() {
        assertThrows(IllegalArgumentException.class, () -> measured("1", "0"));
        assertThrows(IllegalArgumentException.class, () -> measured("-1", "2"));
        assertThrows(IllegalArgumentException.class, () -> new Measured(BigDecimal.ONE, BigDecimal.ONE, 0));
    }

    private static Evaluation evaluation(Indicator indicator, Measured own, Measured baseline) {
        return new Evaluation(
                indicator, Optional.ofNullable(own), Optional.ofNullable(baseline), Optional.empty(), Optional.empty());
    }

    private static Measured measured(String numerator, String denominator) {
        return new Measured(new BigDecimal(numerator), new BigDecimal(denominator), 1);
    }

    private static Indicator indicator(Level level, int per, int decimals, Better better, String target) {
        return indicator(level, per, decimals, better, target, false);
    }

    private static Indicator indicator(
            Level level, int per, int decimals, Better better, String target, boolean stayingMeets) {
        return new Indicator(
                "X",
                level,
                "x",
                "x",
                "x",
                "x",
                "x",
                per,
                decimals,
                better,
                target == null ? null : new BigDecimal(target),
                stayingMeets);
    }
}
