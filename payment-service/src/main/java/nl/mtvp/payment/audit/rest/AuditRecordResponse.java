package nl.mtvp.payment.audit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.audit.AuditUseCases.Verification;
import nl.mtvp.payment.audit.domain.AuditChain;
import nl.mtvp.payment.audit.domain.AuditRecord.SealedRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did what, and its place in the chain. */
public record AuditRecordResponse(
        @Schema(description = "Its place in the chain, from 1") Long position,
        UUID id,
        Instant recordedAt,
        @Schema(nullable = true, description = "The token's sub; null for a job of the service, and for plain SQL")
                String subject,
        @Schema(description = "The token's azp; the service for its jobs, the database role for plain SQL")
                String client,
        List<String> roles,
        @Schema(nullable = true, description = "The answer's X-Request-Id") String requestId,
        @Schema(description = "The operation's id in this description, or the job's name", examples = "approveRun")
                String operation,
        @Schema(nullable = true) Uzovi uzovi,
        @Schema(nullable = true, examples = "/v1/tariffs/0188af0c-5100-7000-9a53-74edd6a6c00c") String resource,
        @Schema(description = "Each changed row as it was, by table and key; no IBAN and no BSN in clear")
                Map<String, Object> before,
        @Schema(description = "Each changed row as it became, or the command's answer") Map<String, Object> after,
        @Schema(description = "SHA-256 over the record's canonical JSON, without position, digest and heads")
                String digest,
        String previousHead,
        @Schema(description = "SHA-256 over previousHead and digest, as bytes") String head) {

    static AuditRecordResponse of(SealedRecord sealed) {
        var audit = sealed.audit();
        return new AuditRecordResponse(
                sealed.position(),
                audit.id(),
                audit.recordedAt(),
                audit.subject(),
                audit.client(),
                audit.roles(),
                audit.requestId(),
                audit.operation(),
                audit.uzovi(),
                audit.resource(),
                audit.before(),
                audit.after(),
                sealed.digest(),
                sealed.previousHead(),
                sealed.head());
    }

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
}
