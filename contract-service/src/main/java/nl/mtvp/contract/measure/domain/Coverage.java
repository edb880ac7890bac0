package nl.mtvp.contract.measure.domain;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/**
 * What a clawback takes of a quarter (D34, D41), in days and as an exact part of what a whole quarter pays; amounts are
 * payment-service's to tell. Other clawbacks over the same days are not looked at.
 *
 * @param inForceDays the days of the quarter on which the contract is in force
 * @param clawedBackDays those of them that the clawback is over
 * @param part of what the whole quarter pays, like {@code 45/92}
 */
public record Coverage(YearQuarter quarter, int days, int inForceDays, int clawedBackDays, String part) {

    /** One for each quarter that the clawback touches while the contract is in force, in their order. */
    public static List<Coverage> of(LocalDate startsOn, Optional<LocalDate> inForceUntil, Terms.Clawback terms) {
        var until = inForceUntil.filter(terms.clawedBackUntil()::isAfter).orElse(terms.clawedBackUntil());
        if (!until.isAfter(terms.clawedBackFrom())) {
            return List.of();
        }
        return Stream.iterate(
                        YearQuarter.from(terms.clawedBackFrom()),
                        quarter -> Quarters.peildatum(quarter).isBefore(until),
                        quarter -> quarter.plusQuarters(1))
                .map(quarter -> of(quarter, startsOn, inForceUntil, terms))
                .toList();
    }

    private static Coverage of(
            YearQuarter quarter, LocalDate startsOn, Optional<LocalDate> inForceUntil, Terms.Clawback terms) {
        var inForce = inForceUntil.orElse(LocalDate.MAX);
        int days = quarter.lengthOfQuarter();
        int clawedBack =
                days(quarter, latest(startsOn, terms.clawedBackFrom()), earliest(inForce, terms.clawedBackUntil()));
        return new Coverage(
                quarter,
                days,
                days(quarter, startsOn, inForce),
                clawedBack,
                part(terms.percentage(), clawedBack, days));
    }

    private static int days(YearQuarter quarter, LocalDate from, LocalDate until) {
        long days = ChronoUnit.DAYS.between(
                latest(Quarters.peildatum(quarter), from), earliest(Quarters.until(quarter), until));
        return (int) Math.max(0, days);
    }

    private static String part(Percentage percentage, int clawedBackDays, int days) {
        var numerator =
                percentage.value().movePointRight(2).toBigIntegerExact().multiply(BigInteger.valueOf(clawedBackDays));
        var denominator = BigInteger.valueOf(10_000L * days);
        var common = numerator.gcd(denominator);
        return numerator.divide(common) + "/" + denominator.divide(common);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
