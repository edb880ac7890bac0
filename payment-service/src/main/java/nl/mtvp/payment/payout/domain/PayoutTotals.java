package nl.mtvp.payment.payout.domain;

import nl.mtvp.kernel.money.Euro;

/** What a payout's lines come to. */
public record PayoutTotals(long transfers, Euro transferred, long held, Euro heldBack) {}
