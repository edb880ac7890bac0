package nl.mtvp.payment.bankaccount.domain;

import java.time.LocalDate;
import nl.mtvp.kernel.time.WorkingDays;

/**
 * The time between the approval of a new account and the first payment to it, in which its owner can notice that it is
 * not theirs (D51).
 */
public final class Cooling {

    private Cooling() {}

    /** The first day on which an account that was approved on a day may be paid. */
    public static LocalDate over(LocalDate approvedOn, int workingDays) {
        return WorkingDays.DUTCH.after(approvedOn, workingDays);
    }
}
