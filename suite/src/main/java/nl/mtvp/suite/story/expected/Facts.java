package nl.mtvp.suite.story.expected;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What decides the amount of a contract in a quarter, and the formula of D41 and D42, written from domain.md and from
 * nothing of payment-service.
 *
 * @param ion on the peildatum, null when no delivery tells
 * @param tariff on the peildatum, null when there is none
 * @param until exclusive, null without an end
 */
record Facts(
        LocalDate peildatum, Long ion, BigDecimal tariff, LocalDate from, LocalDate until, List<Clawback> clawbacks) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param until exclusive */
    record Clawback(LocalDate from, LocalDate until, BigDecimal percentage) {

        boolean isOver(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    /** In euro, rounded once: half up, to the cent. */
    BigDecimal due() {
        if (ion == null || tariff == null) {
            return BigDecimal.ZERO.setScale(2);
        }
        var end = peildatum.plusMonths(3);
        long days = ChronoUnit.DAYS.between(peildatum, end);
        // Hundredths of a day that count, so that the only division is the last step.
        var counted = peildatum
                .datesUntil(end)
                .filter(day -> !day.isBefore(from) && (until == null || day.isBefore(until)))
                .map(day -> HUNDRED.subtract(clawedBack(day)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return tariff.multiply(BigDecimal.valueOf(ion))
                .multiply(counted)
                .divide(HUNDRED.multiply(BigDecimal.valueOf(days)), 2, RoundingMode.HALF_UP);
    }

    private BigDecimal clawedBack(LocalDate day) {
        return clawbacks.stream()
                .filter(clawback -> clawback.isOver(day))
                .map(Clawback::percentage)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(HUNDRED);
    }
}
