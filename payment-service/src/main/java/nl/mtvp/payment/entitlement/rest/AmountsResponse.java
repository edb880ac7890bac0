package nl.mtvp.payment.entitlement.rest;

import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Amounts;

/** An amount, with the part of the practice and that of its RHO (D42). */
public record AmountsResponse(Euro total, Euro practice, Euro rho) {

    public static AmountsResponse of(Amounts amounts) {
        return new AmountsResponse(
                new Euro(amounts.totalCents()), new Euro(amounts.practiceCents()), new Euro(amounts.rhoCents()));
    }
}
