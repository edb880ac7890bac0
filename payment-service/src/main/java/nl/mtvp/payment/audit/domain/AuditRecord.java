package nl.mtvp.payment.audit.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Who did what, once and for all: its canonical JSON is what its digest is taken over (docs/canonical-forms.md).
 *
 * @param subject who asked; null for a job of ours and for plain SQL, whose names are in client and operation
 * @param uzovi the insurer whose rows were changed; null when it is none's or several's
 * @param before each changed row as it was, by table and key
 * @param after each changed row as it became; the command's answer where no such row changed
 */
public record AuditRecord(
        UUID id,
        Instant recordedAt,
        String subject,
        String client,
        List<String> roles,
        String requestId,
        String operation,
        Uzovi uzovi,
        String resource,
        Map<String, Object> before,
        Map<String, Object> after) {

    /** Which records are asked for; a null asks for all. */
    public record AuditQuery(
            String subject,
            String operation,
            String resource,
            Uzovi uzovi,
            Instant recordedFrom,
            Instant recordedUntil) {}

    /**
     * A record in its place in the chain.
     *
     * @param position from 1, without a gap
     * @param audit null when the record that was sealed is not there
     */
    public record SealedRecord(long position, AuditRecord audit, String digest, String previousHead, String head) {}
}
