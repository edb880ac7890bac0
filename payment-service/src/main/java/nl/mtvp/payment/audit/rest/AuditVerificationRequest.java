package nl.mtvp.payment.audit.rest;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to hold the chain against. */
public record AuditVerificationRequest(
        @Pattern(regexp = "[0-9a-f]{64}", message = "a head is 64 lower-case hexadecimal digits")
                @Schema(
                        nullable = true,
                        description = "A head that you were told once: it must stand in the chain still")
                String head) {}
