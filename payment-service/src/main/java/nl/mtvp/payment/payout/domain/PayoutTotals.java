package nl.mtvp.payment.payout.domain;

import nl.mtvp.kernel.money.Euro;

/** What a payout's lines come to. */
public record PayoutTotals(long transfers, Euro transferred, long held, Euro heldBack) {

    public static final PayoutTotals NONE = new PayoutTotals(0, Euro.ZERO, 0, Euro.ZERO);
}
