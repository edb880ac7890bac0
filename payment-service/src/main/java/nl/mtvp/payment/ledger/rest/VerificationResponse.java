package nl.mtvp.payment.ledger.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.LedgerUseCases.Verification;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.ledger.domain.Posting.PostingKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** Whether an insurer's chain holds, recomputed from its entries. */
public record VerificationResponse(
        Uzovi uzovi, Long postings, Long entries, String head, Boolean intact, List<BreakResponse> breaks) {

    /** What is wrong at one place of the chain. */
    @Schema(name = "ChainBreak")
    public record BreakResponse(
            Long postingNumber,
            @Schema(nullable = true, description = "The entry's number in the posting; null when that cannot be told")
                    Long entryNumber,
            String code,
            String detail) {

        static BreakResponse of(Chain.Break broken) {
            return new BreakResponse(broken.number(), broken.entry(), broken.code(), broken.detail());
        }
    }

    static VerificationResponse of(Verification verification) {
        return new VerificationResponse(
                verification.uzovi(),
                verification.postings(),
                verification.entries(),
                verification.head(),
                verification.breaks().isEmpty(),
                verification.breaks().stream().map(BreakResponse::of).toList());
    }

    /** The seal over what was booked at once (D48). */
    public record PostingResponse(
            UUID id,
            Uzovi uzovi,
            @Schema(description = "Its place in the insurer's chain, from 1") Long number,
            PostingKind kind,
            @Schema(nullable = true) UUID runId,
            @Schema(nullable = true) YearQuarter quarter,
            Long entries,
            @Schema(description = "SHA-256 over the entries' canonical lines") String digest,
            String previousHead,
            String head,
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
}
