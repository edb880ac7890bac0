package nl.mtvp.payment.ledger.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.ledger.domain.LedgerEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** What was booked for a practice: about a quarter, at a moment, for a cause (D44, D47). */
public record PaymentResponse(
        Uzovi uzovi,
        Agb agb,
        UUID contractId,
        YearQuarter quarter,
        Instant bookedAt,
        Cause cause,
        Component component,
        @Schema(description = "Below zero when it is taken back") Euro amount,
        UUID runId,
        @Schema(description = "Its explanation is at /explanations/{lineId}") UUID lineId) {

    static PaymentResponse of(LedgerEntry entry) {
        return new PaymentResponse(
                entry.uzovi(),
                entry.agb(),
                entry.contractId(),
                entry.quarter(),
                entry.bookedAt(),
                Cause.valueOf(entry.cause().name()),
                entry.component(),
                entry.amount(),
                entry.runId(),
                entry.lineId());
    }
}
