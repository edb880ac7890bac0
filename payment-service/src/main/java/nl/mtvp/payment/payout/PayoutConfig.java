package nl.mtvp.payment.payout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What operations may turn about payouts. */
@ConfigMapping(prefix = "mtvp.payout")
public interface PayoutConfig {

    /** How many days on which TARGET is open lie between the booking of a payout and its execution (D50). */
    @WithDefault("5")
    int executionWorkingDays();

    /** How many Dutch working days pass between the approval of a new bank account and the first payment to it (D51). */
    @WithDefault("5")
    int coolingWorkingDays();
}
