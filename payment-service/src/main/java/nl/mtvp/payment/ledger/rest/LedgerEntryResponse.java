package nl.mtvp.payment.ledger.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
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
        @Schema(nullable = true, description = "Null for a settlement with an RHO") Agb agb,
        @Schema(nullable = true, description = "Null for a settlement") UUID contractId,
        YearQuarter quarter,
        EntryCause cause,
        @Schema(nullable = true, description = "Null for a settlement") Component component,
        @Schema(examples = "scheme:3332") String debit,
        @Schema(examples = "creditor:3332:agb:01999901") String credit,
        @Schema(description = "What moves from debit to credit: more than zero") Euro transferred,
        @Schema(nullable = true, description = "Null for a settlement") UUID lineId) {

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
}
