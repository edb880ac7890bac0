package nl.mtvp.payment.audit.rest;

import java.util.List;
import nl.mtvp.payment.audit.AuditUseCases.Verification;
import nl.mtvp.payment.audit.domain.AuditChain;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the chain of records holds, recomputed from them. */
public record AuditVerificationResponse(
        Long records,
        @Schema(description = "The newest head; keep it, and hand it in next time") String head,
        Boolean intact,
        @Schema(description = "What is wrong, at most the first hundred places; empty when intact")
                List<BreakResponse> breaks) {

    /** What is wrong at one place of the chain. */
    @Schema(name = "AuditBreak")
    public record BreakResponse(Long position, String code, String detail) {

        static BreakResponse of(AuditChain.Break broken) {
            return new BreakResponse(broken.position(), broken.code(), broken.detail());
        }
    }

    static AuditVerificationResponse of(Verification verification) {
        return new AuditVerificationResponse(
                verification.records(),
                verification.head(),
                verification.breaks().isEmpty(),
                verification.breaks().stream().map(BreakResponse::of).toList());
    }
}
