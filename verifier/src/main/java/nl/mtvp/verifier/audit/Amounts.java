package nl.mtvp.verifier.audit;

import java.math.BigInteger;

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
        var ion = BigInteger.valueOf(inputs.ion().value());
        var wholeQuarter = inputs.quarter().days() * WHOLE;
        long paid = 0;
        long inForce = 0;
        for (var day = inputs.quarter().peildatum();
                day.isBefore(inputs.quarter().until());
                day = day.plusDays(1)) {
            if (inputs.inForceOn(day)) {
                inForce += WHOLE;
                paid += Math.max(0, WHOLE - inputs.clawedBackOn(day));
            }
        }
        var gross = ion.multiply(BigInteger.valueOf(inputs.tariff().value())).multiply(BigInteger.valueOf(paid));
        var offset = inputs.offset() == null ? 0 : inputs.offset().value();
        var net = gross.subtract(BigInteger.valueOf(offset).multiply(BigInteger.valueOf(inForce)));
        long due = net.signum() <= 0 ? 0 : halfUp(net, wholeQuarter);
        long rho = inputs.share() == null ? 0 : share(inputs.share().value(), due, ion, paid, wholeQuarter);
        return new Amounts(due - rho, rho);
    }

    private static long share(Contract.Share share, long due, BigInteger ion, long paid, long wholeQuarter) {
        if (share.tenThousandths() != null) {
            return halfUp(BigInteger.valueOf(due).multiply(BigInteger.valueOf(share.tenThousandths())), WHOLE);
        }
        var part = ion.multiply(BigInteger.valueOf(share.centsPerIon())).multiply(BigInteger.valueOf(paid));
        return Math.min(due, halfUp(part, wholeQuarter));
    }

    /** The nearest whole number to a fraction that is not negative; of two equally near ones the larger. */
    private static long halfUp(BigInteger numerator, long denominator) {
        var parts = numerator.divideAndRemainder(BigInteger.valueOf(denominator));
        long rest = parts[1].longValueExact();
        return Math.addExact(parts[0].longValueExact(), rest >= denominator - rest ? 1 : 0);
    }
}
