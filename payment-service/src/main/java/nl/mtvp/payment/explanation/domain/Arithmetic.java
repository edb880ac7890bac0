package nl.mtvp.payment.explanation.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Coverage;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;

/** The formula of D41 with its figures filled in, as a line that a person can check: plain, or as a language has it. */
final class Arithmetic {

    /** Null for the plain notation, which is the same in all languages. */
    private final Language in;

    private Arithmetic(Language in) {
        this.in = in;
    }

    /** {@code 4260 x 2.95 x 45/92 = 6146.9021... -> 6146.90}. */
    static String due(Facts facts) {
        return new Arithmetic(null).formula(facts);
    }

    /** {@code 4.260 × € 2,95 × 45/92 = € 6.146,9021… → € 6.146,90}, and so in English. */
    static Sentence calculation(Facts facts) {
        return Sentence.of(language -> new Arithmetic(language).formula(facts));
    }

    private String formula(Facts facts) {
        var coverage = Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks());
        if (coverage.daysInForce() == 0) {
            return says("no day in force, so ", "geen dag van kracht, dus ", "no day in force, so ") + euro(0);
        }
        if (facts.count() == null) {
            return says("no delivery, so ", "geen aanlevering, dus ", "no delivery, so ") + euro(0);
        }
        if (facts.tariff() == null) {
            return says("no tariff, so ", "geen tarief, dus ", "no tariff, so ") + euro(0);
        }
        var text = new StringBuilder(number(facts.count().ion()))
                .append(times())
                .append(euro(facts.tariff().centsPerIon()))
                .append(times())
                .append(paidDays(coverage));
        if (facts.offset() != null) {
            text.append(" - ")
                    .append(euro(facts.offset().centsPerQuarter()))
                    .append(times())
                    .append(coverage.daysInForce())
                    .append("/")
                    .append(coverage.days());
        }
        var due = Entitlement.of(facts);
        text.append(" = ").append(rounded(exact(facts, coverage), due.totalCents()));
        if (facts.share() != null) {
            text.append("; RHO ").append(share(facts, coverage));
            text.append(says("; practice ", "; praktijk ", "; practice "))
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
        var gross =
                Entitlement.product(facts.count().ion(), facts.tariff().centsPerIon(), coverage.paidTenThousandths());
        var offset = facts.offset() == null
                ? BigInteger.ZERO
                : Entitlement.product(facts.offset().centsPerQuarter(), coverage.daysInForce(), Clawback.WHOLE);
        return new Fraction(gross.subtract(offset), Entitlement.product(coverage.days(), Clawback.WHOLE));
    }

    private String share(Facts facts, Coverage coverage) {
        var due = Entitlement.of(facts);
        var share = facts.share();
        if (share.tenThousandths() != null) {
            var exact = new Fraction(
                    Entitlement.product(due.totalCents(), share.tenThousandths()), BigInteger.valueOf(Clawback.WHOLE));
            return percent(share.tenThousandths()) + times() + euro(due.totalCents()) + " = "
                    + rounded(exact, due.rhoCents());
        }
        return "min(" + euro(due.totalCents()) + says(", ", "; ", "; ")
                + number(facts.count().ion()) + times() + euro(share.centsPerIon()) + times() + paidDays(coverage)
                + ") = " + euro(due.rhoCents());
    }

    /** {@code 12124.80}, or {@code 6146.9021... -> 6146.90} where something was rounded, or not let below zero. */
    private String rounded(Fraction exact, long cents) {
        var parts = exact.numerator().divideAndRemainder(exact.denominator());
        if (parts[1].signum() == 0 && parts[0].equals(BigInteger.valueOf(cents))) {
            return euro(cents);
        }
        var shown = new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()), 2, RoundingMode.DOWN)
                .movePointLeft(2);
        var cut = parts[1].signum() == 0 ? "" : says("...", "…", "…");
        return (in == null ? shown.toPlainString() : in.euro(shown)) + cut + says(" -> ", " → ", " → ") + euro(cents);
    }

    private record Fraction(BigInteger numerator, BigInteger denominator) {}

    /** A step from one amount to another, in the plain notation. */
    static String step(long before, long after, long difference) {
        return new Euro(after) + " - " + new Euro(before) + " = " + new Euro(difference);
    }

    private String euro(long cents) {
        return in == null ? new Euro(cents).toString() : in.euro(cents);
    }

    private String number(long number) {
        return in == null ? Long.toString(number) : in.number(number);
    }

    private String percent(int tenThousandths) {
        return in == null
                ? BigDecimal.valueOf(tenThousandths, 2).stripTrailingZeros().toPlainString() + " %"
                : in.percent(tenThousandths);
    }

    private String times() {
        return says(" x ", " × ", " × ");
    }

    private String says(String plain, String nl, String en) {
        return in == null ? plain : in.of(nl, en);
    }

    /** The days that are paid of the quarter's; a clawback of a part leaves a part of a day. */
    private String paidDays(Coverage coverage) {
        var paid = BigDecimal.valueOf(coverage.paidTenThousandths(), 4)
                .stripTrailingZeros()
                .toPlainString();
        return (in == null ? paid : in.decimal(paid)) + "/" + coverage.days();
    }
}
