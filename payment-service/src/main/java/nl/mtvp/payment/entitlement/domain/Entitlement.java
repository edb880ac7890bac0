package nl.mtvp.payment.entitlement.domain;

import java.math.BigInteger;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;

/**
 * What is due for one contract and quarter: one formula over exact fractions, rounded once, half up, to the cent (D41,
 * D42). Never negative, and the two components make up the whole.
 */
public final class Entitlement {

    private Entitlement() {}

    public static Amounts of(Facts facts) {
        var coverage = Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks());
        long due = due(facts, coverage);
        long rho = rhoPart(facts, coverage, due);
        return new Amounts(due - rho, rho);
    }

    /** Whether nothing is due even before it is rounded (D45). */
    static boolean isNothingExactly(Facts facts) {
        return exactly(facts, Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks()))
                        .signum()
                == 0;
    }

    private static long due(Facts facts, Coverage coverage) {
        return halfUp(exactly(facts, coverage), wholeQuarter(coverage));
    }

    /** In cents times {@link #wholeQuarter}. */
    private static BigInteger exactly(Facts facts, Coverage coverage) {
        if (facts.count() == null || facts.tariff() == null) {
            return BigInteger.ZERO;
        }
        var gross = product(facts.count().ion(), facts.tariff().centsPerIon(), coverage.paidTenThousandths());
        var offset = facts.offset() == null
                ? BigInteger.ZERO
                : product(facts.offset().centsPerQuarter(), coverage.daysInForce(), Clawback.WHOLE);
        return gross.subtract(offset).max(BigInteger.ZERO);
    }

    private static long rhoPart(Facts facts, Coverage coverage, long due) {
        var share = facts.share();
        if (share == null || due == 0) {
            return 0;
        }
        if (share.tenThousandths() != null) {
            return halfUp(product(due, share.tenThousandths()), BigInteger.valueOf(Clawback.WHOLE));
        }
        var part = product(facts.count().ion(), share.centsPerIon(), coverage.paidTenThousandths());
        return Math.min(due, halfUp(part, wholeQuarter(coverage)));
    }

    private static BigInteger wholeQuarter(Coverage coverage) {
        return product(coverage.days(), Clawback.WHOLE);
    }

    /** Exactly, however large. */
    public static BigInteger product(long... factors) {
        var product = BigInteger.ONE;
        for (long factor : factors) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    /** Half up of a fraction that is not negative: (2n + d) / 2d, in whole numbers. */
    private static long halfUp(BigInteger numerator, BigInteger denominator) {
        return numerator
                .shiftLeft(1)
                .add(denominator)
                .divide(denominator.shiftLeft(1))
                .longValueExact();
    }
}
