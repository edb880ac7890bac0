package nl.mtvp.payment.entitlement.domain;

import java.util.ArrayList;
import java.util.List;
import org.threeten.extra.YearQuarter;

/**
 * What a clawback would take from the practice and its RHO, before it is decided (D34): in each quarter that it changes,
 * what is due now and what would be due with it besides all that are known.
 */
public record ClawbackEstimate(List<Taken> quarters, Amounts total) {

    /** A quarter, with what is due now and what would be. */
    public record Taken(YearQuarter quarter, Amounts dueNow, Amounts dueWith) {

        public Amounts takes() {
            return new Amounts(
                    Math.subtractExact(dueNow.practiceCents(), dueWith.practiceCents()),
                    Math.subtractExact(dueNow.rhoCents(), dueWith.rhoCents()));
        }
    }

    public ClawbackEstimate {
        quarters = List.copyOf(quarters);
    }

    /** @param quarters the facts of the contract's quarters, in their order */
    public static ClawbackEstimate of(List<Facts> quarters, ConsideredClawback considered) {
        var taken = new ArrayList<Taken>();
        var total = Amounts.ZERO;
        for (var facts : quarters) {
            var clawbacks = new ArrayList<>(facts.clawbacks());
            clawbacks.add(considered.under(facts.holder().source()));
            var quarter = new Taken(
                    facts.quarter(), Entitlement.of(facts), Entitlement.of(facts.with(List.copyOf(clawbacks))));
            if (!quarter.dueNow().equals(quarter.dueWith())) {
                taken.add(quarter);
                total = total.plus(Component.PRACTICE, quarter.takes().practiceCents())
                        .plus(Component.RHO, quarter.takes().rhoCents());
            }
        }
        return new ClawbackEstimate(taken, total);
    }
}
