package nl.mtvp.payment.entitlement.domain;

import java.util.List;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/**
 * How much of a quarter is paid, counted day by day (D41).
 *
 * @param days of the quarter
 * @param daysInForce of the contract within it
 * @param paidTenThousandths what the clawbacks leave of the days in force, in ten-thousandths of a day
 */
public record Coverage(int days, int daysInForce, long paidTenThousandths) {

    public static Coverage of(YearQuarter quarter, InForce inForce, List<Clawback> clawbacks) {
        int daysInForce = 0;
        long paid = 0;
        var until = Quarters.until(quarter);
        for (var day = Quarters.peildatum(quarter); day.isBefore(until); day = day.plusDays(1)) {
            if (inForce.covers(day)) {
                var today = day;
                int taken = clawbacks.stream()
                        .filter(clawback -> clawback.covers(today))
                        .mapToInt(Clawback::tenThousandths)
                        .sum();
                daysInForce++;
                paid += Clawback.WHOLE - Math.min(Clawback.WHOLE, taken);
            }
        }
        return new Coverage(quarter.lengthOfQuarter(), daysInForce, paid);
    }
}
