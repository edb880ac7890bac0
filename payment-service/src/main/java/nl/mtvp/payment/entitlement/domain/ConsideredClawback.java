package nl.mtvp.payment.entitlement.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Source;

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
            faults.add(
                    Fault.inQuery("until", "no-day", "until is the first day left alone, so it lies after from (D34)"));
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
