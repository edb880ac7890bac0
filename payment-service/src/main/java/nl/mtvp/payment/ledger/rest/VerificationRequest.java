package nl.mtvp.payment.ledger.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.mtvp.kernel.identity.Uzovi;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose chain to verify. */
public record VerificationRequest(
        @NotNull Uzovi uzovi,
        @Pattern(regexp = "[0-9a-f]{64}", message = "a head is 64 lower-case hexadecimal digits")
                @Schema(description = "A head that you were told once: it must stand in the chain still")
                String head) {}
