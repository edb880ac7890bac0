package nl.mtvp.payment.entitlement.domain;

import nl.mtvp.kernel.time.Quarters;

/**
 * Why a line of a run's own quarter books nothing (D45): zero is an answer, with a reason. The formula is applied in
 * turn, and the reason is the first step after which the exact amount, before it is rounded, is zero.
 */
public enum ZeroReason {
    /** The contract starts after the quarter. */
    NOT_STARTED,
    /** The contract stopped or ended before the quarter's days. */
    ENDED,
    /** No delivery tells the quarter's registrations. */
    NO_DELIVERY,
    /** The delivery holds no patient of this practice. */
    NO_ION,
    NO_TARIFF,
    /** Clawbacks take everything. */
    CLAWED_BACK,
    /** An older agreement already pays as much. */
    OFFSET,
    /** What is left is less than half a cent. */
    ROUNDED_TO_ZERO,
    /** What is due is booked. */
    ALREADY_BOOKED;

    /** The reason for a line without parts. */
    public static ZeroReason of(Facts facts) {
        if (Entitlement.of(facts).totalCents() != 0) {
            return ALREADY_BOOKED;
        }
        var coverage = Coverage.of(facts.quarter(), facts.inForce(), facts.clawbacks());
        if (coverage.daysInForce() == 0) {
            return facts.inForce().from().isBefore(Quarters.until(facts.quarter())) ? ENDED : NOT_STARTED;
        }
        if (facts.count() == null) {
            return NO_DELIVERY;
        }
        if (facts.tariff() == null) {
            return NO_TARIFF;
        }
        if (facts.count().ion() == 0) {
            return NO_ION;
        }
        if (coverage.paidTenThousandths() == 0) {
            return CLAWED_BACK;
        }
        return Entitlement.isNothingExactly(facts) ? OFFSET : ROUNDED_TO_ZERO;
    }
}
