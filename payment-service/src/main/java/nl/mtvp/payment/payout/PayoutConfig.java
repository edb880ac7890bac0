package nl.mtvp.payment.payout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What operations may turn about payouts. */
@ConfigMapping(prefix = "mtvp.payout")
public interface PayoutConfig {

    /** How many working days after its booking a payout is executed (D50). */
    @WithDefault("5")
    int executionWorkingDays();

    /** How many working days pass between the approval of a new bank account and the first payment to it (D51). */
    @WithDefault("5")
    int coolingWorkingDays();
}
