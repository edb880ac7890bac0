package nl.mtvp.plan.regioplan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.time.Quarters;

/**
 * The part of the tariff that practices and RHO may agree to go to the RHO (D49): the regioplan is its ground, and says
 * how it benefits the practices.
 *
 * @param percentage of the tariff, with two decimals; or else
 * @param centsPerIon cents per registered patient and quarter
 * @param sharedFrom the first day of a quarter
 */
public record RhoShare(BigDecimal percentage, Integer centsPerIon, String benefit, LocalDate sharedFrom) {

    private static final BigDecimal ALL = new BigDecimal("100.00");

    /** @throws ArithmeticException if the percentage has more than two decimals */
    public RhoShare {
        percentage = percentage == null ? null : percentage.setScale(2);
    }

    /** The same with the percentage as it is written. */
    public record Written(String percentage, Integer centsPerIon, String benefit, LocalDate sharedFrom) {}

    public Written written() {
        return new Written(percentage == null ? null : percentage.toPlainString(), centsPerIon, benefit, sharedFrom);
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if ((percentage == null) == (centsPerIon == null)) {
            faults.add(Fault.inBody(
                    "/rhoShare", "one-measure", "D49: a share is a percentage or cents per ION, one of the two"));
        }
        if (percentage != null && (percentage.signum() <= 0 || percentage.compareTo(ALL) > 0)) {
            faults.add(
                    Fault.inBody("/rhoShare/percentage", "out-of-bounds", "D49: it is more than 0 and at most 100.00"));
        }
        if (sharedFrom != null && !Quarters.isPeildatum(sharedFrom)) {
            faults.add(Fault.inBody(
                    "/rhoShare/sharedFrom", "no-peildatum", "D49: a share begins on the first day of a quarter"));
        }
        return faults;
    }
}
