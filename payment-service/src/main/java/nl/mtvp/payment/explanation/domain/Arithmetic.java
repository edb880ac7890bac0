package nl.mtvp.payment.explanation.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Clawback;
import nl.mtvp.payment.entitlement.domain.Coverage;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Share;

/** The formula of D41 with its figures filled in, as a line of text that a person can check. */
final class Arithmetic {

    private Arithmetic() {}

    static String due(Facts facts) {
        if (facts.count() == null) {
            return "no delivery, so " + euro(0);
        }
        if (facts.tariff() == null) {
            return "no tariff, so " + euro(0);
        }
        var coverage = Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks());
        var text = new StringBuilder()
                .append(facts.count().ion())
                .append(" x ")
                .append(euro(facts.tariff().centsPerIon()))
                .append(" x ")
                .append(paidDays(coverage));
        if (facts.offset() != null) {
            text.append(" - ")
                    .append(euro(facts.offset().centsPerQuarter()))
                    .append(" x ")
                    .append(coverage.daysInForce())
                    .append("/")
                    .append(coverage.days());
        }
        var due = Entitlement.of(facts);
        text.append(" = ").append(rounded(exact(facts, coverage), due.totalCents()));
        if (facts.share() != null) {
            text.append("; RHO ").append(share(facts, coverage));
            text.append("; practice ")
                    .append(euro(due.totalCents()))
                    .append(" - ")
                    .append(euro(due.rhoCents()))
                    .append(" = ")
                    .append(euro(due.practiceCents()));
        }
        return text.toString();
    }

    /** What is due in cents before it is rounded; below zero when the offset is more than everything. */
    private static Fraction exact(Facts facts, Coverage coverage) {
        var gross = product(facts.count().ion(), facts.tariff().centsPerIon(), coverage.paidTenThousandths());
        var offset = facts.offset() == null
                ? BigInteger.ZERO
                : product(facts.offset().centsPerQuarter(), coverage.daysInForce(), Clawback.WHOLE);
        return new Fraction(gross.subtract(offset), product(coverage.days(), Clawback.WHOLE));
    }

    private static String share(Facts facts, Coverage coverage) {
        var due = Entitlement.of(facts);
        Share share = facts.share();
        if (share.tenThousandths() != null) {
            var percentage = BigDecimal.valueOf(share.tenThousandths(), 2).stripTrailingZeros();
            return percentage.toPlainString() + " % x " + euro(due.totalCents()) + " = "
                    + rounded(
                            new Fraction(
                                    product(due.totalCents(), share.tenThousandths()),
                                    BigInteger.valueOf(Clawback.WHOLE)),
                            due.rhoCents());
        }
        return "min(" + euro(due.totalCents()) + ", " + facts.count().ion() + " x " + euro(share.centsPerIon()) + " x "
                + paidDays(coverage) + ") = " + euro(due.rhoCents());
    }

    /** {@code 12124.80}, or {@code 6146.9021... -> 6146.90} where something was rounded, or not let below zero. */
    private static String rounded(Fraction exact, long cents) {
        var parts = exact.numerator().divideAndRemainder(exact.denominator());
        if (parts[1].signum() == 0 && parts[0].equals(BigInteger.valueOf(cents))) {
            return euro(cents);
        }
        var shown = new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()), 2, RoundingMode.DOWN)
                .movePointLeft(2)
                .toPlainString();
        return shown + (parts[1].signum() == 0 ? "" : "...") + " -> " + euro(cents);
    }

    private record Fraction(BigInteger numerator, BigInteger denominator) {}

    private static BigInteger product(long... factors) {
        var product = BigInteger.ONE;
        for (long factor : factors) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }

    static String euro(long cents) {
        return new Euro(cents).toString();
    }

    /** The days that are paid of the quarter's; a clawback of a part leaves a part of a day. */
    private static String paidDays(Coverage coverage) {
        var paid = BigDecimal.valueOf(coverage.paidTenThousandths(), 4).stripTrailingZeros();
        return paid.toPlainString() + "/" + coverage.days();
    }
}
