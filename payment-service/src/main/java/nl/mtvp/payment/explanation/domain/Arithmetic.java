package nl.mtvp.payment.explanation.domain;

import java.math.BigDecimal;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Coverage;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;

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
                .append(paidDays(facts));
        if (facts.offset() != null) {
            text.append(" - ")
                    .append(euro(facts.offset().centsPerQuarter()))
                    .append(" x ")
                    .append(coverage.daysInForce())
                    .append("/")
                    .append(coverage.days());
        }
        var due = Entitlement.of(facts);
        text.append(" = ").append(euro(due.totalCents()));
        if (facts.share() != null) {
            text.append(", of which RHO ").append(euro(due.rhoCents()));
        }
        return text.toString();
    }

    static String euro(long cents) {
        return new Euro(cents).toString();
    }

    /** The days that are paid of the quarter's; a clawback of a part leaves a part of a day. */
    static String paidDays(Facts facts) {
        var coverage = Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks());
        var paid = BigDecimal.valueOf(coverage.paidTenThousandths(), 4).stripTrailingZeros();
        return paid.toPlainString() + "/" + coverage.days();
    }
}
