package nl.mtvp.payment.entitlement.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
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

    /**
     * A clawback that nobody has ordered yet (D34).
     *
     * @param until the first day that it leaves alone
     */
    public record ConsideredClawback(LocalDate from, LocalDate until, int tenThousandths) {

        private static final String FORM = "[0-9]{1,3}(\\.[0-9]{1,2})?";

        /**
         * As somebody asks for it.
         *
         * @param percentage above 0 and at most 100, with at most two decimals: it is never rounded
         * @throws InvalidInput naming everything that makes it impossible
         */
        public static ConsideredClawback of(LocalDate from, LocalDate until, String percentage) {
            var faults = new ArrayList<Fault>();
            if (!from.isBefore(until)) {
                faults.add(Fault.inQuery(
                        "until", "no-day", "until is the first day left alone, so it lies after from (D34)"));
            }
            int tenThousandths = percentage.matches(FORM)
                    ? new BigDecimal(percentage).movePointRight(2).intValueExact()
                    : 0;
            if (tenThousandths < 1 || tenThousandths > Clawback.WHOLE) {
                faults.add(Fault.inQuery(
                        "percentage",
                        "no-percentage",
                        "a percentage is above 0, at most 100, with at most two decimals, like 33.33 (D34)"));
            }
            InvalidInput.ifAny(faults);
            return new ConsideredClawback(from, until, tenThousandths);
        }

        Clawback under(Source source) {
            return new Clawback(from, until, tenThousandths, source);
        }
    }
}
