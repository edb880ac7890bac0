package nl.mtvp.verifier.audit;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** What is due for a contract and quarter, in cents: the practice's part and that of its RHO (D42). */
record Amounts(long practice, long rho) {

    static final Amounts ZERO = new Amounts(0, 0);

    private static final long WHOLE = 10_000;

    long of(String component) {
        return component.equals("RHO") ? rho : practice;
    }

    long total() {
        return practice + rho;
    }

    /** As a difference tells it. */
    @Override
    public String toString() {
        return practice + " for the practice and " + rho + " for its RHO";
    }

    Amounts plus(String component, long cents) {
        return component.equals("RHO")
                ? new Amounts(practice, Math.addExact(rho, cents))
                : new Amounts(Math.addExact(practice, cents), rho);
    }

    /**
     * D41, D42: day by day, in fractions of a quarter's days and ten-thousandths; rounded once, half up, to the cent. The
     * RHO's part is rounded from what is due, and the practice has the rest (D49).
     */
    static Amounts due(Inputs inputs) {
        if (inputs.ion() == null || inputs.tariff() == null) {
            return ZERO;
        }
        long due = halfUp(exactly(inputs), inputs.quarter().days() * WHOLE);
        long rho = inputs.share() == null ? 0 : share(inputs, due);
        return new Amounts(due - rho, rho);
    }

    /** What is due before it is rounded, in cents times ten thousand times the quarter's days; count and tariff are known. */
    static BigInteger exactly(Inputs inputs) {
        var gross = product(inputs.ion().value(), inputs.tariff().value(), paid(inputs));
        var offset = inputs.offset() == null ? 0 : inputs.offset().value();
        long inForce = days(inputs, day -> WHOLE);
        return gross.subtract(product(offset, inForce)).max(BigInteger.ZERO);
    }

    /** What the clawbacks leave of the days in force, in ten-thousandths of a day. */
    static long paid(Inputs inputs) {
        return days(inputs, day -> Math.max(0, WHOLE - inputs.clawedBackOn(day)));
    }

    private static long days(Inputs inputs, ToLongFunction<LocalDate> ofDay) {
        return inputs.quarter()
                .peildatum()
                .datesUntil(inputs.quarter().until())
                .filter(inputs::inForceOn)
                .mapToLong(ofDay)
                .sum();
    }

    private static long share(Inputs inputs, long due) {
        var share = inputs.share().value();
        if (share.tenThousandths() != null) {
            return halfUp(product(due, share.tenThousandths()), WHOLE);
        }
        var part = product(inputs.ion().value(), share.centsPerIon(), paid(inputs));
        return Math.min(due, halfUp(part, inputs.quarter().days() * WHOLE));
    }

    private static BigInteger product(long... factors) {
        return LongStream.of(factors).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** The nearest whole number to a fraction that is not negative; of two equally near ones the larger. */
    private static long halfUp(BigInteger numerator, long denominator) {
        var parts = numerator.divideAndRemainder(BigInteger.valueOf(denominator));
        long rest = parts[1].longValueExact();
        return Math.addExact(parts[0].longValueExact(), rest >= denominator - rest ? 1 : 0);
    }
}
