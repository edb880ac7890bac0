package nl.mtvp.payment.ledger.rest;

import java.util.List;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ledger.LedgerUseCases.Verification;
import nl.mtvp.payment.ledger.domain.Chain;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an insurer's chain holds, recomputed from its entries. */
public record VerificationResponse(
        Uzovi uzovi,
        Long postings,
        Long entries,
        String head,
        Boolean intact,
        @Schema(description = "What is wrong, the first hundred places; empty when intact")
                List<BreakResponse> breaks) {

    /** What is wrong at one place of the chain. */
    @Schema(name = "ChainBreak")
    public record BreakResponse(
            Long postingNumber,
            @Schema(nullable = true, description = "The entry in the posting, when that can be told") Long entryNumber,
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
}
