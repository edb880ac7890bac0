package nl.mtvp.payment.ledger.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.ledger.domain.Posting.PostingKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** The seal over what was booked at once (D48). */
public record PostingResponse(
        UUID id,
        Uzovi uzovi,
        @Schema(description = "Its place in the insurer's chain, from 1") Long number,
        PostingKind kind,
        @Schema(nullable = true, description = "Null for a settlement") UUID runId,
        @Schema(nullable = true, description = "The run's; null for a settlement") YearQuarter quarter,
        Long entries,
        @Schema(description = "SHA-256 over the entries' canonical lines") String digest,
        @Schema(description = "64 zeros before the first") String previousHead,
        @Schema(description = "SHA-256 over previousHead and digest, as bytes") String head,
        Instant bookedAt) {

    static PostingResponse of(Posting posting) {
        return new PostingResponse(
                posting.id(),
                posting.uzovi(),
                posting.number(),
                posting.kind(),
                posting.runId(),
                posting.quarter(),
                posting.entries(),
                posting.digest(),
                posting.previousHead(),
                posting.head(),
                posting.bookedAt());
    }
}
