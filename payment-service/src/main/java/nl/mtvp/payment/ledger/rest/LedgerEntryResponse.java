package nl.mtvp.payment.ledger.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.LedgerEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** One transfer between two accounts (D48). */
public record LedgerEntryResponse(
        UUID postingId,
        Long postingNumber,
        Long number,
        Instant bookedAt,
        Uzovi uzovi,
        @Schema(nullable = true) Agb agb,
        @Schema(nullable = true) UUID contractId,
        YearQuarter quarter,
        EntryCause cause,
        @Schema(nullable = true) Component component,
        @Schema(examples = "scheme:3332") String debit,
        @Schema(examples = "creditor:3332:agb:01999901") String credit,
        Euro transferred,
        @Schema(nullable = true) UUID lineId) {

    static LedgerEntryResponse of(LedgerEntry entry) {
        return new LedgerEntryResponse(
                entry.postingId(),
                entry.postingNumber(),
                entry.number(),
                entry.bookedAt(),
                entry.uzovi(),
                entry.agb(),
                entry.contractId(),
                entry.quarter(),
                entry.cause(),
                entry.component(),
                entry.debit(),
                entry.credit(),
                entry.transferred(),
                entry.lineId());
    }

    /** What was booked for a practice: about a quarter, at a moment, for a cause (D44, D47). */
    public record PaymentResponse(
            Uzovi uzovi,
            Agb agb,
            UUID contractId,
            YearQuarter quarter,
            Instant bookedAt,
            Cause cause,
            Component component,
            Euro amount,
            UUID runId,
            UUID lineId) {

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
}
